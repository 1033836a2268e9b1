"""Which figures an organisation gets for a year: chosen before it begins, from public facts only."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QComboBox, QFrame, QRadioButton, QWidget

from advisor_app._assets.forms.plan_page import Ui_PlanPage
from advisor_app._assets.forms.rung_card import Ui_RungCard
from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.ladder import REPORTING_RATE, STAFF_FROM
from advisor_app.domain.organisation import Organisation
from advisor_app.domain.problems import ProblemError
from advisor_app.domain.reporting import Advice, Parts, Rung
from advisor_app.gui.desk import Desk
from advisor_app.gui.figures.period_words import (
    in_parts,
    parts_words,
    period_words,
    years_words,
)
from advisor_app.gui.figures.rung_words import rung_gives, rung_price, rung_title, rung_words
from advisor_app.gui.parts.confirm import confirm
from advisor_app.gui.parts.form import leave_the_wheel_alone
from advisor_app.gui.parts.layouts import empty
from advisor_app.gui.parts.marks import bring_into_sight
from advisor_app.gui.widgets.chip import Tone

NARROW_BELOW, FACTS_BELOW = 500, 600
"""Below these widths, in pixels at the user's scale, the button and the reasons stand below."""

_YEARS = {Rung.TWO_YEAR_TOTAL: 2, Rung.THREE_YEAR_TABLES: 3}


class PlanPage(QWidget):
    """One group of choices and one tab stop; the whole card can be clicked."""

    laid_down = Signal(object)
    """The ReleaseLine of a choice that was laid down for good."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_PlanPage()
        self.ui.setupUi(self)
        desk.look.dress(self)
        self._desk = desk
        self._advice: Advice | None = None
        self._organisation: OrganisationId | None = None
        self._minimum = ""
        self._rungs = QButtonGroup(self)
        self._cards: dict[Rung, Ui_RungCard] = {}
        self._rungs.buttonToggled.connect(self._show_after)
        self.ui.lay_down.clicked.connect(self.ask)
        self._say_problem("")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Put the reasons, and the button, below where there is no room beside."""
        super().resizeEvent(event)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for row, least in ((self.ui.facts, FACTS_BELOW), (self.ui.laying_down, NARROW_BELOW)):
            narrow = event.size().width() < self._desk.look.length(least)
            row.setDirection(below if narrow else beside)

    def show_advice(self, advice: Advice, organisation: Organisation) -> None:
        """Offer the choices of a year; one that has begun has the advised one only."""
        again = self._advice is not None and (advice.year, organisation.id) == (
            self._advice.year,
            self._organisation,
        )
        chosen = self.chosen() if again else None
        self._advice, self._organisation = advice, organisation.id
        self._minimum = str(organisation.minimum)
        year = period_words(advice.year)
        self.ui.lead.setText(
            self.tr(
                "Over %1, aan %2. Hoe meer u uitsplitst, hoe kleiner de aantallen en hoe minder u mag laten zien."
            )
            .replace("%1", year)
            .replace("%2", organisation.name)
        )
        self._show_cards(advice, chosen if chosen in advice.offered else advice.rung)
        self._show_reasons(advice)
        self.ui.counts.setText(self.tr("zaken"))
        self.ui.least.setText(
            self.tr("%1, van %1 verschillende melders").replace("%1", self._minimum)
        )
        self.ui.note.setText(self._note(advice))
        self.ui.doubt.setVisible(len(advice.offered) > 1)
        self._say_problem("")

    def chosen(self) -> Rung | None:
        """Return the choice that is marked."""
        button = self._rungs.checkedButton()
        return None if button is None else Rung(button.property("rung"))

    def parts(self) -> Parts | None:
        """Return the division of the year that goes with the marked choice."""
        rung = self.chosen()
        return None if rung is None else _parts_in(self._cards[rung].parts)

    def has_pairs(self) -> bool:
        """Return whether the marked choice also gives each department by subject."""
        rung = self.chosen()
        return rung is not None and self._cards[rung].pairs.isChecked()

    def ask(self) -> None:
        """Ask once before a choice becomes final."""
        advice, rung = self._advice, self.chosen()
        if advice is None or rung is None:
            return
        confirm(
            self,
            self.tr("Voor %2 vastleggen: %1?")
            .replace("%1", rung_title(rung, self.parts()))
            .replace("%2", years_words(advice.year, _YEARS.get(rung, 1))),
            self._binds(rung),
            self.tr("Vastleggen"),
            lambda: self.lay_down(rung),
        )

    def _binds(self, rung: Rung) -> str:
        """Return for how long a choice is made."""
        if rung is Rung.THREE_YEAR_TABLES:
            return self.tr(
                "Dit kan daarna niet meer veranderen. Een andere keuze kan pas na deze drie jaar."
            )
        if rung is Rung.TWO_YEAR_TOTAL:
            return self.tr(
                "Dit kan daarna niet meer veranderen. Een andere keuze kan pas na deze twee jaar."
            )
        return self.tr(
            "Dit kan daarna niet meer veranderen. Een andere keuze kan pas voor een volgend jaar."
        )

    def lay_down(self, rung: Rung) -> None:
        """Lay down a choice for the year that is shown."""
        advice, organisation = self._advice, self._organisation
        if advice is None or organisation is None:
            return
        reporting, parts = self._desk.session.reporting, self.parts()
        has_pairs = self.has_pairs()
        self._desk.tasks.run(
            lambda: reporting.choose(organisation, advice.year, rung, parts, has_pairs=has_pairs),
            then=self.laid_down.emit,
            otherwise=self._refuse,
            owner=self,
        )

    def _show_cards(self, advice: Advice, chosen: Rung) -> None:
        for button in self._rungs.buttons():
            self._rungs.removeButton(button)
        empty(self.ui.choices)
        self._cards = {}
        before: QWidget = self.ui.scroll
        for rung in advice.offered:
            card, ui = QFrame(self.ui.content), Ui_RungCard()
            ui.setupUi(card)
            self._desk.look.dress(card)
            leave_the_wheel_alone(card)
            ui.radio.setProperty("rung", rung.value)
            self._cards[rung] = ui
            self._offer_parts(ui, rung, advice)
            self._offer_pairs(ui, rung, advice)
            self._say_gives(ui, rung)
            if rung is advice.rung:
                ui.advice.say(self.tr("Ons advies"), Tone.OK)
            self._rungs.addButton(ui.radio)
            card.installEventFilter(_WholeCard(ui.radio, card))
            ui.radio.installEventFilter(_Ring(card))
            ui.radio.toggled.connect(lambda on, card=card: _mark(card, "chosen", on=on))
            _underline_when_chosen(ui)
            ui.radio.setChecked(rung is chosen)
            if rung is not chosen:  # Tab comes to the marked one; afterwards Qt sees to that
                ui.radio.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.ui.choices.addWidget(card)
            QWidget.setTabOrder(before, ui.radio)
            QWidget.setTabOrder(ui.radio, ui.parts)
            QWidget.setTabOrder(ui.parts, ui.pairs)
            before = ui.pairs
        QWidget.setTabOrder(before, self.ui.lay_down)

    def _offer_parts(self, ui: Ui_RungCard, rung: Rung, advice: Advice) -> None:
        """Let the year be divided where the choice has room for it."""
        for each in advice.parts[rung]:
            ui.parts.addItem(parts_words(each), each)
        if rung is advice.rung:
            ui.parts.setCurrentIndex(advice.parts[rung].index(advice.divided))
        ui.parts.setHidden(len(advice.parts[rung]) == 1)
        ui.parts_label.setHidden(len(advice.parts[rung]) == 1)
        for field in (ui.parts, ui.parts_label):  # Alt and its letter lead to the marked choice
            field.setEnabled(False)
            ui.radio.toggled.connect(field.setEnabled)
        ui.parts.currentIndexChanged.connect(lambda: self._say_gives(ui, rung))
        ui.parts.currentIndexChanged.connect(self._show_after)

    def _offer_pairs(self, ui: Ui_RungCard, rung: Rung, advice: Advice) -> None:
        """Let each department be given by subject where that can be decided about."""
        possible = advice.pairs.get(rung, ())
        ui.pairs.setHidden(not possible)
        ui.pairs.setChecked(rung is advice.rung and advice.paired)

        def allow() -> None:
            is_possible = _parts_in(ui.parts) in possible
            ui.pairs.setEnabled(is_possible and ui.radio.isChecked() and not advice.has_begun)
            ui.pairs.setChecked(ui.pairs.isChecked() and is_possible)

        allow()
        ui.radio.toggled.connect(allow)
        ui.parts.currentIndexChanged.connect(allow)
        ui.pairs.toggled.connect(lambda: self._say_gives(ui, rung))
        ui.pairs.toggled.connect(self._show_after)

    def _say_gives(self, ui: Ui_RungCard, rung: Rung) -> None:
        title = rung_title(rung, _parts_in(ui.parts))
        has_pairs = ui.pairs.isChecked()
        gives = rung_gives(rung, _parts_in(ui.parts), has_pairs=has_pairs)
        ui.title.setText(title)
        ui.gives.setText(gives.replace("%1", self._minimum))
        ui.price.setText(rung_price(rung, has_pairs=has_pairs))
        ui.radio.setAccessibleName(title)
        ui.radio.setAccessibleDescription(f"{ui.gives.text()} {ui.price.text()}")

    def _show_reasons(self, advice: Advice) -> None:
        """Say from which two public numbers the advice follows."""
        locale = self.locale()
        self.ui.staff.setText("" if advice.staff is None else locale.toString(advice.staff))
        least = str(STAFF_FROM[advice.rung])
        self.ui.staff_words.setText(
            self.tr("medewerkers op 1 januari; vanaf %1 kan een totaal").replace("%1", least)
        )
        if advice.last_total is None:
            self.ui.total.setText(f"± {locale.toString(max(advice.expected, 1))}")
            words = (
                self.tr(
                    "zaken per jaar: vóór dit jaar begon was geen jaartotaal gegeven, daarom rekenen we met %1 op de %2 medewerkers"
                )
                if advice.has_begun
                else self.tr(
                    "zaken per jaar: er is nog geen jaartotaal gegeven, daarom rekenen we met %1 op de %2 medewerkers"
                )
            )
            one, of = map(str, REPORTING_RATE.as_integer_ratio())
            self.ui.total_words.setText(words.replace("%1", one).replace("%2", of))
        else:
            self.ui.total.setText(locale.toString(advice.last_total))
            year = period_words(advice.last_year)
            words = (
                self.tr("zaken in %1, het laatste totaal dat u gaf voordat dit jaar begon")
                if advice.has_begun
                else self.tr("zaken in %1, het laatste totaal dat u gaf")
            )
            self.ui.total_words.setText(words.replace("%1", year))

    def _show_after(self) -> None:
        """Say what the marked choice lays down."""
        advice, rung = self._advice, self.chosen()
        if advice is None or rung is None:
            return
        parts = self.parts()
        words = rung_words(rung, parts, has_pairs=self.has_pairs())
        years = years_words(advice.year, _YEARS.get(rung, 1))
        self.ui.what.setText(f"{words[:1].upper()}{words[1:]}, {years}")
        self.ui.lay_down.setText(self.tr("Vastleggen voor %1…").replace("%1", years))
        self._show_departments(advice, rung)
        self.ui.reports.setText(
            in_parts(self.tr("na elk %2; de tabellen na het jaar"), parts)
            if rung is Rung.PART_TOTALS and parts is not None
            else in_parts(self.tr("na elk %2, en na het jaar"), parts)
            if rung is Rung.PART_TABLES and parts is not None
            else self.tr("na elk jaar; de tabellen na drie jaar")
            if rung is Rung.THREE_YEAR_TABLES
            else self.tr("na afloop van het tweede jaar")
            if rung is Rung.TWO_YEAR_TOTAL
            else self.tr("na afloop van het jaar")
        )

    def _show_departments(self, advice: Advice, rung: Rung) -> None:
        """Say which departments the tables would name; they cannot change afterwards."""
        for part in (self.ui.departments, self.ui.departments_label):
            part.setVisible(rung not in {Rung.TWO_YEAR_TOTAL, Rung.YEAR_TOTAL})
        self.ui.departments.setText(
            ", ".join(advice.departments)
            or self.tr("geen: daarvoor zijn twee groepen van 50 medewerkers of meer nodig")
        )

    def _note(self, advice: Advice) -> str:
        if advice.has_begun:
            return self.tr(
                "Dit jaar is al begonnen. Wie halverwege kiest, laat merken wat er is binnengekomen. Daarom geldt voor dit jaar ons advies, uit wat bekend was voordat het begon."
            )
        note = self.tr(
            "Leg dit vast vóór %1. Daarna kunt u het dat jaar niet meer wijzigen: wie halverwege kiest, laat merken wat er is binnengekomen."
        ).replace("%1", self._desk.long_day(advice.first))
        if advice.left_out is None:
            return note
        words = self.tr(
            "De tijd van %1 tot en met %2 valt tussen twee jaren. Zaken die u dan vastlegt, tellen in geen overzicht mee."
        )
        first, last = map(self._desk.long_day, advice.left_out)
        return f"{note} {words.replace('%1', first).replace('%2', last)}"

    def _say_problem(self, sentence: str) -> None:
        self.ui.problem.setText(sentence)
        self.ui.problem_line.setVisible(bool(sentence))

    def _refuse(self, error: ProblemError) -> None:
        self._say_problem(self._desk.sentence(error))


class _WholeCard(QObject):
    """Lets the whole card be clicked."""

    def __init__(self, radio: QRadioButton, card: QFrame) -> None:
        super().__init__(card)
        self._radio = radio
        card.setCursor(Qt.CursorShape.PointingHandCursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            self._radio.setChecked(True)
            self._radio.setFocus()
        return super().eventFilter(watched, event)


class _Ring(QObject):
    """Draws the focus around the whole card, and brings it into sight."""

    def __init__(self, card: QFrame) -> None:
        super().__init__(card)
        self._card = card

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            _mark(self._card, "focused", on=event.type() == QEvent.Type.FocusIn)
            if event.type() == QEvent.Type.FocusIn:
                bring_into_sight(self._card)
        return super().eventFilter(watched, event)


def _parts_in(box: QComboBox) -> Parts | None:
    """Return the division that is chosen: Qt hands a word back without its kind."""
    return None if box.currentData() is None else Parts(box.currentData())


def _underline_when_chosen(ui: Ui_RungCard) -> None:
    """Show the letters for Alt in the card that they lead to, the marked one, and in no other."""
    for part in (ui.parts_label, ui.pairs):
        lettered = part.text()
        plain = lettered.replace("&", "")
        part.setText(plain)
        ui.radio.toggled.connect(
            lambda on, part=part, lettered=lettered, plain=plain: part.setText(
                lettered if on else plain
            )
        )


def _mark(card: QFrame, name: str, *, on: bool) -> None:
    """Set a property that the style sheet paints."""
    card.setProperty(name, "true" if on else "false")
    for part in (card, *card.findChildren(QWidget)):
        part.style().unpolish(part)
        part.style().polish(part)
