"""The colours of a chart in one theme, and the look that all charts share."""

from dataclasses import dataclass
from typing import Any, Literal

import altair as alt

from atlas.look import COLOURS, KINDS

SANS = "Libre Franklin, system-ui, sans-serif"


@dataclass(frozen=True)
class Ink:
    """The colours of one theme, by the names that `look.COLOURS` and `look.KINDS` give them: `ink["accent"]`."""

    theme: Literal["light", "dark"]

    def __getitem__(self, name: str) -> str:
        """Give a colour as `#0B5A7A`; raise KeyError if there is none of that name."""
        pair = COLOURS[name] if name in COLOURS else (KINDS[name].light, KINDS[name].dark)
        return pair[self.theme == "dark"]

    def kinds(self) -> alt.Scale:
        """Give the scale that colours a field with the id of a kind; the field's name or a label must say it too."""
        return alt.Scale(domain=list(KINDS), range=[self[kind] for kind in KINDS])


def config(ink: Ink) -> dict[str, Any]:
    """Give the look of every chart: our type, quiet axes, no box, no menu of Vega's own."""
    words = {"labelFont": SANS, "labelFontSize": 11, "labelColor": ink["ink3"], "title": None}
    lines = {"domainColor": ink["rule"], "tickColor": ink["rule"], "gridColor": ink["rule2"]}
    return {
        "background": "transparent",
        "font": SANS,
        "view": {"stroke": None},
        "axis": words | lines | {"labelPadding": 6},
        "text": {"font": SANS, "fontSize": 11, "color": ink["ink2"]},
        # The words beside the drawing and its table are the text of a chart; a name for each bar would hide them.
        "mark": {"aria": False},
        "aria": True,
    }
