"""Charts: forms in Altair, written in the colours of the atlas; what they draw is sent apart.

Altair takes longer to write a chart than a whole page may take. A form is therefore written once for each theme, with
no rows in it, and every reader's rows are put beside it.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Final, Literal

import altair as alt

from atlas.chart.ink import Ink, config

__all__ = ["ROWS", "Drawing", "Form", "Ink", "Rows", "drawn", "rows"]

ROWS: Final = "rows"
Theme = Literal["light", "dark"]
Rows = Sequence[Mapping[str, Any]]
Drawing = alt.Chart | alt.LayerChart | alt.FacetChart
Form = Callable[[Ink], Drawing]


def rows() -> alt.NamedData:
    """Give the data that a form draws: the rows that `drawn` is given."""
    return alt.NamedData(name=ROWS)


def drawn(form: Form, theme: Theme, data: Rows, height: int, **params: Any) -> dict[str, Any]:
    """Give a chart as Vega-Lite.

    Parameters
    ----------
    form : callable
        Makes the Altair chart from the colours of a theme; it must give the same at each call.
    theme : str
        light or dark.
    data : sequence of mapping
        What is drawn: text, numbers, days as ISO 8601. A row's `href` is where a click on it leads.
    height : int
        In CSS pixels, axes included.
    **params
        Values for the form's own parameters (`alt.param`), by name.

    Returns
    -------
    dict
        A new one at each call; the browser gives it its width.
    """
    spec = dict(written(form, theme))
    told = [{**one, "value": params[one["name"]]} if one["name"] in params else one for one in spec.get("params", ())]
    return spec | {"params": told, "height": height, "datasets": {ROWS: list(data)}}


@cache
def written(form: Form, theme: Theme) -> Mapping[str, Any]:
    """Give a form as Vega-Lite without its rows; do not change it, for it is shared."""
    ink = Ink(theme)
    spec: dict[str, Any] = form(ink).to_dict()
    # Altair puts the config of its own theme here; which one that is could be changed by anybody in the process.
    return spec | {"config": config(ink), "width": "container"}
