"""The passages through straits that a view shows."""

from atlas.catalog import Catalog
from atlas.catalog.passings import Passing
from atlas.view import View


def passings_of(catalog: Catalog, view: View) -> tuple[Passing, ...]:
    """Give the passages of a view.

    Parameters
    ----------
    catalog : Catalog
        Knows them.
    view : View
        Its filters choose events, and its days the passages of these: a voyage of three months has passed a strait in
        one of them.

    Returns
    -------
    tuple of Passing
        Those of events that are shown, and of them those that lie, or may lie, within the days. Of one without a day
        the event's days decide.
    """
    mask = view.mask(catalog.columns)
    shown = {name for name, passed in zip(catalog.layers["events"].rows, mask, strict=True) if passed}
    start, end = view.start.isoformat(), view.end.isoformat()
    return tuple(
        passing
        for passing in catalog.passings
        if passing.event in shown and (passing.last or end) >= start and (passing.first or start) <= end
    )
