"""Every file that pages and map ask for, by the path it has below the site; each is made once, at first need."""

import logging
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Final

from atlas import fonts, look
from atlas.errors import AtlasError
from atlas.lettering import FACES, font_css
from atlas.signs import ALL as SIGNS
from atlas.signs import sign_svg
from atlas.web.asset import FOR_A_DAY, FOR_EVER, Asset
from atlas.web.chunks import frame_scripts
from atlas.web.scripts import Scripts, module_name

Maker = Callable[[], bytes]
GROUND: Final = {"land5": "land-5km", "land1": "land-1km", "landWorld": "land-world", "seas": "seas"}
ICON: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">'
    '<rect width="16" height="16" rx="3.5" fill="{ground}"/>'
    '<path transform="translate(2 2) scale(.75)" fill="{sign}" fill-rule="evenodd" d="{path}"/></svg>'
)
_HASHED: Final = re.compile(r"-[0-9a-f]{12}\.\w+$")
log = logging.getLogger(__name__)


def icon() -> bytes:
    """Give the icon of the browser's tab: the target of an exercise on our own blue."""
    ground, sign = look.COLOURS["accent"][0], look.COLOURS["paper"][0]
    return ICON.format(ground=ground, sign=sign, path=look.KINDS["naval-exercise"].path).encode()


class Files:
    """The files of the site.

    Parameters
    ----------
    styles : Path
        Folder of the pages' style sheets, put together in the order of their names.
    scripts : Path
        Folder of the scripts of the pages' components.
    """

    def __init__(self, styles: Path, scripts: Path) -> None:
        sheets = [file.read_text(encoding="utf-8") for file in sorted(styles.glob("*.css"))]
        style = "\n".join([font_css(), look.token_css(), look.symbol_css(), *sheets]).encode()
        self.page_style = f"assets/page-{sha256(style).hexdigest()[:12]}.css"
        modules = Scripts(scripts)
        self.modules = {module_name(name): path for name, path in modules.paths.items()}
        self._fixed: dict[str, Maker] = {
            **{path: partial(modules.contents.__getitem__, name) for name, path in modules.paths.items()},
            self.page_style: lambda: style,
            "assets/favicon.svg": icon,
            **{f"assets/sym/{name}.svg": maker for name, maker in _symbols()},
            **{f"assets/sign/{name}.svg": sign_svg(sign).encode for name, sign in SIGNS.items()},
            **{f"assets/fonts/{face.file_name}": partial(fonts.read, face.file_name) for face in FACES},
        }
        self._kept: dict[str, Asset] = {}
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)

    def kept(self, path: str) -> Asset | None:
        """Give a file that is made already."""
        return self._kept.get(path)

    def ahead(self) -> tuple[str, ...]:
        """Give the paths of what the map's frame asks for first, as far as they are made."""
        scripts = ("assets/atlas-", "assets/map-", "data/columns-", "data/land-5km-")
        return (*(path for path in tuple(self._kept) if path.startswith(scripts)), *frame_scripts())

    def find(self, path: str) -> Asset | None:
        """Give the file of this path, or None if there is none; making it may take a second: call it in a thread.

        Raises
        ------
        AtlasError
            If the layers cannot be read or a font cannot be cut.
        """
        maker = self._fixed.get(path) or self._map_files.get(path)
        if maker is None:
            return None
        with self._locks[path]:
            if path not in self._kept:
                caching = FOR_EVER if _HASHED.search(path) else FOR_A_DAY
                self._kept[path] = Asset(maker(), Path(path).suffix, caching).ready()
        return self._kept[path]

    def prepare(self) -> None:
        """Make every file, so that no reader waits; what cannot be made is logged and tried again when asked for."""
        try:
            for path in (*self._map_files, *self._fixed):
                self.find(path)
        except (AtlasError, OSError):
            log.exception("Some files of the atlas cannot be made")

    @cached_property
    def _map_files(self) -> dict[str, Maker]:
        # Importing these takes a second (geopandas, folium): the server is to be healthy before.
        from atlas import map as sea  # noqa: PLC0415
        from atlas.catalog import default_catalog, layers_folder  # noqa: PLC0415

        catalog = default_catalog()
        names = sea.urls(catalog)
        folder = layers_folder()
        files = {key: folder / f"{layer}.geojson" for key, layer in GROUND.items()}
        return {
            f"data/{names['columns']}": lambda: sea.columns(catalog),
            f"assets/{names['atlas']}": sea.bundle,
            f"assets/{names['map']}": sea.stylesheet,
            **{f"data/{names[key]}": file.read_bytes for key, file in files.items() if file.exists()},
        }


def _symbols() -> Iterator[tuple[str, Maker]]:
    for kind, drawn in look.KINDS.items():
        for theme, colour in (("light", drawn.light), ("dark", drawn.dark)):
            yield f"{kind}-{theme}", look.symbol_svg(kind, colour).encode
