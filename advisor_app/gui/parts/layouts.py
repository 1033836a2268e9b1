"""Layouts that are filled again, with the focus that was in them, and stacks that take no more room than what is shown."""

from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QStackedWidget, QWidget


def empty(layout: QBoxLayout, keep: int = 0) -> None:
    """Destroy what stands in a layout, but for its last `keep` items."""
    while layout.count() > keep:
        item = layout.takeAt(0)
        if item is None:
            return
        inner, widget = item.layout(), item.widget()
        if isinstance(inner, QBoxLayout):
            empty(inner)
        elif widget is not None:
            widget.hide()
            widget.deleteLater()


def will_have_focus(part: QWidget) -> bool:
    """Tell whether the focus is in a part of a window, or comes back to it from a dialog."""
    focus: QWidget | None = part.window().focusWidget()
    return focus is not None and part.isAncestorOf(focus)


def give_way_to_current(pages: QStackedWidget) -> None:
    """Let a stack be as tall as the page that is shown, not as its tallest one."""

    def fit() -> None:
        for place in range(pages.count()):
            page = pages.widget(place)
            shown = page is pages.currentWidget()
            policy = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            if page is not None:
                page.setSizePolicy(policy, policy)

    pages.currentChanged.connect(fit)
    fit()
