"""The map: quiet folium classes, our client, and the columns it draws from."""

from atlas.catalog import Catalog, default_catalog
from atlas.map.bundle import bundle, script_name, stylesheet, stylesheet_name
from atlas.map.columns import columns, columns_name
from atlas.map.quiet import EventMap, SeaMap

__all__ = ["bundle", "columns", "sea_map", "stylesheet", "urls"]


def urls(catalog: Catalog) -> dict[str, str]:
    """Give the names under which the map's files are served; each holds a hash of its content and never changes.

    Returns
    -------
    dict of str to str
        `atlas` and `map` lie below `assets/`; `columns`, `land5`, `land1`, `landWorld` and `seas` below `data/`.
    """
    files = {"land5": "land-5km", "land1": "land-1km", "landWorld": "land-world", "seas": "seas"}
    return {
        "atlas": script_name(),
        "map": stylesheet_name(),
        "columns": columns_name(catalog),
        **{key: f"{file}-{catalog.version}.json" for key, file in files.items()},
    }


def sea_map(
    centre: tuple[float, float],
    zoom: float,
    base: str = "../..",
    catalog: Catalog | None = None,
    **switches: bool | str,
) -> SeaMap:
    """Make the map for `st_folium(..., render=False)`; its script is the same at every rerun.

    Parameters
    ----------
    centre : tuple of float
        Latitude and longitude in degrees (WGS 84) where a new page opens. Give the same ones at every rerun of a
        session: another value makes a new frame, and the reader's zoom is lost.
    zoom : float
        Leaflet's zoom where a new page opens.
    base : str
        Way from the component's frame to the root of the site.
    catalog : Catalog, optional
        Whose files the map shows; by default that of the process.
    **switches : bool or str
        `legend=False` hides the legend, `embed=True` says that the map stands alone in somebody's page; the others are
        told in client/start.js.

    Returns
    -------
    SeaMap
        A folium.Map that fetches its data itself.
    """
    names = urls(catalog or default_catalog())
    script = f"{base}/assets/{names.pop('atlas')}"
    sheet = names.pop("map")
    data = {key: f"{base}/data/{name}" for key, name in names.items()}
    sea = SeaMap(centre, zoom, base, sheet)
    sea.add_child(EventMap(script, {"urls": data, "legend": True, "embed": False} | switches))
    return sea
