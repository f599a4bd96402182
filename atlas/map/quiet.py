"""The map's folium classes: they send the page only what it needs, and their templates are compiled once, at import.

st_folium reads a map's script from its templates; the HTML page that folium renders besides is thrown away, and with it
two thirds of the server time of a rerun. So `render` does nothing here, and header and html are empty.
"""

from typing import Any, Final

import folium
from branca.element import MacroElement
from folium.elements import JSCSSMixin
from folium.template import Template


class _Quiet:
    """Renders no page of its own."""

    def render(self, **_: object) -> str:
        """Give nothing: nobody reads the page."""
        return ""


class SeaMap(_Quiet, folium.Map):
    """A `folium.Map` without tiles, header or style; Leaflet and the styles come with our own client.

    Parameters
    ----------
    centre : tuple of float
        Latitude and longitude in degrees, WGS 84.
    zoom : float
        Leaflet's zoom; quarters are allowed.
    base : str
        Way from the component's frame to the root of the site, without a slash at its end.
    stylesheet : str
        Name of our style sheet below `assets/`.
    """

    _template = Template(
        "{% macro header(this, kwargs) %}{% endmacro %}{% macro html(this, kwargs) %}{% endmacro %}"
        "{% macro script(this, kwargs) %}var {{ this.get_name() }} = atlas.map({{ this.get_name()|tojson }}, "
        "{{ this.leaflet|tojson }});{% endmacro %}"
    )

    def __init__(self, centre: tuple[float, float], zoom: float, base: str, stylesheet: str) -> None:
        super().__init__(tiles=None)
        self._name = "Map"  # st_folium looks for `map_<id>`, whatever the subclass is called
        root: Any = self.get_root()
        root.header._children.clear()  # noqa: SLF001 - branca offers no public way to empty the header
        self.default_js = []  # Leaflet is in our client's bundle
        self.default_css = [("atlas", f"{base}/assets/{stylesheet}")]
        self.leaflet: Final[dict[str, Any]] = {
            "center": list(centre),
            "zoom": zoom,
            "zoomSnap": 0.25,
            "zoomDelta": 0.5,
            "wheelPxPerZoomLevel": 90,
            "minZoom": 2,
            "maxZoom": 10,
            "worldCopyJump": False,
            "zoomControl": False,
        }


class EventMap(_Quiet, JSCSSMixin, MacroElement):
    """Starts our client with the addresses of its data; the data themselves are no part of the script.

    Parameters
    ----------
    script : str
        Address of our client, relative to the component's frame.
    options : dict
        What `atlas.start` takes: addresses and switches, never data.
    """

    _template = Template(
        "{% macro script(this, kwargs) %}atlas.start(map_div, {{ this.options|tojson }});{% endmacro %}"
    )

    def __init__(self, script: str, options: dict[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "EventMap"
        self.default_js = [("atlas", script)]
        self.options = options
