"""Which organisation the window is about, and the menu that leads to another one."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from advisor_app.domain.identity import OrganisationId
from advisor_app.domain.organisation import Organisation
from advisor_app.gui.desk import Desk
from advisor_app.gui.frame.navigation import Navigation
from advisor_app.gui.places import Page, Place
from advisor_app.gui.widgets.name_menu import NameMenu

NEED_NO_ORGANISATION = {Page.TODAY, Page.SETTINGS, Page.ORGANISATION}


class OrganisationSwitch(QObject):
    """Names it in the navigation; only Vandaag may be about all of them."""

    wanted = Signal(object)
    """A Place that was chosen in the menu."""

    def __init__(self, desk: Desk, navigation: Navigation, place: Place, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._navigation = navigation
        self._place = place
        self._window = window
        self._organisations: list[Organisation] = []
        self._last: OrganisationId | None = None
        desk.news.changed.connect(self._reload)

    def load(self, then: Callable[[], None] = lambda: None) -> None:
        """Find out which organisations there are."""
        session = self._desk.session

        def find() -> tuple[list[Organisation], int]:
            return session.organisations.all(), session.settings.read().last_organisation

        def take(found: tuple[list[Organisation], int]) -> None:
            self._organisations, last = found
            self._last = self._last or OrganisationId(last)
            self.show(self._place)
            then()

        self._desk.tasks.run(find, then=take, owner=self)

    def at_hand(self) -> OrganisationId | None:
        """Return the one that was last chosen or shown; the first by name where there is none."""
        known = [each.id for each in self._organisations]
        return self._last if self._last in known else next(iter(known), None)

    def settled(self, place: Place) -> Place:
        """Return a place with the organisation it is about: its own, this one, or the one at hand."""
        organisation = place.organisation or self._place.organisation
        if not (organisation or self._organisations or place.page in NEED_NO_ORGANISATION):
            place = Place(page=Page.ORGANISATION, new_organisation=True)
        if organisation is None and place.page not in {Page.TODAY, Page.SETTINGS}:
            organisation = self.at_hand()
        self._last = organisation or self._last
        if place.page is Page.TODAY:
            organisation = place.organisation
        return replace(place, organisation=organisation)

    def show(self, place: Place) -> None:
        """Name the organisation of the place that is shown."""
        self._place = place
        shown = next(
            (each.name for each in self._organisations if each.id == place.organisation), ""
        )
        if place.new_organisation:
            shown = self.tr("Nieuwe organisatie")
        elif not shown:
            shown = (
                self.tr("Alle organisaties") if self._organisations else self.tr("Geen organisatie")
            )
        self._navigation.show_organisation(shown)

    def open_menu(self) -> None:
        """Offer the organisations below their button."""
        menu, here = NameMenu(self._window), self._place.organisation
        if self._place.page is Page.TODAY:
            everything = menu.addAction(self.tr("Alle organisaties"))
            everything.triggered.connect(lambda: self.wanted.emit(Place(page=Page.TODAY)))
            menu.addSeparator()
        for organisation in self._organisations:
            action = menu.add_name(organisation.name)
            action.triggered.connect(
                lambda _checked=False, chosen=organisation.id: self._choose(chosen)
            )
        menu.addSeparator()
        if here is not None:
            menu.addAction(self.tr("Gegevens van deze organisatie…")).triggered.connect(
                lambda: self.wanted.emit(Place(page=Page.ORGANISATION, organisation=here))
            )
        menu.addAction(self.tr("Organisatie toevoegen…")).triggered.connect(
            lambda: self.wanted.emit(Place(page=Page.ORGANISATION, new_organisation=True))
        )
        self._navigation.open_below(menu)

    def _choose(self, organisation: OrganisationId) -> None:
        page, settings = self._place.page, self._desk.session.settings
        stays = page is not Page.SETTINGS
        self.wanted.emit(Place(page=page if stays else Page.CASES, organisation=organisation))
        self._desk.tasks.run(lambda: settings.remember_organisation(organisation))

    def _reload(self, changed: frozenset[type]) -> None:
        if Organisation in changed:
            self.load()
