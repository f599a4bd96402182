"""A view widened so that one more event is shown."""

from dataclasses import replace
from datetime import date

from atlas.catalog import Catalog
from atlas.view import View


def reaching(view: View, catalog: Catalog, event: str) -> View:
    """Give the view, widened by no more than it takes to show an event.

    Parameters
    ----------
    view : View
        What is shown now.
    catalog : Catalog
        Where the event is.
    event : str
        Its id; KeyError if there is none.

    Returns
    -------
    View
        The dates reach to the event's, its kind is added; any other filter that keeps it out is taken off.
    """
    row = catalog.event(event)
    place = list(catalog.layers["events"].rows).index(event)
    usual = View.default(catalog)
    for one in view.filters:
        if one.mask(catalog.columns)[place]:
            continue
        if one.field == "dates":
            start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
            view = replace(view, start=min(view.start, start), end=max(view.end, end))
        elif one.field == "kinds":
            view = replace(view, kinds=(*view.kinds, row["kind"]))
        else:
            view = replace(view, **{one.field: getattr(usual, one.field)})
    return view
