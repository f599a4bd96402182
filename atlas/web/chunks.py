"""The parts of Streamlit's script that our pages need and that its page does not name.

Streamlit loads the script of each kind of element when the first of that kind arrives, in waves of a round trip each.
Named in the head of the page they come with the main script.
"""

import re
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

ELEMENTS: Final = ("Html", "BidiComponent", "ComponentInstance", "ButtonGroup", "Checkbox")
"""Names of the parts: markup, our components, st_folium's frame, the switch of the theme, boxes to tick."""
BELOW: Final = "static/js"
_IMPORTED: Final = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")


def streamlit_files() -> Path:
    """Give the folder of Streamlit's page and what belongs to it."""
    return _folder("streamlit") / "static"


def frame_scripts() -> tuple[str, ...]:
    """Give the paths of the scripts of st_folium's frame, relative to the site.

    None before a page has used it, for the server does not know them until then, and none where they are named
    otherwise.
    """
    return _frame_scripts() if hasattr(sys.modules.get("streamlit_folium"), "st_folium") else ()


@cache
def _frame_scripts() -> tuple[str, ...]:
    files = _folder("streamlit_folium") / "frontend" / "build" / BELOW
    return tuple(f"component/streamlit_folium.st_folium/{BELOW}/{file.name}" for file in files.glob("main.*.js"))


def _folder(package: str) -> Path:
    found = find_spec(package)
    return Path(found.origin).parent if found and found.origin else Path()


def early(page: str, files: Path | None = None) -> tuple[str, ...]:
    """Give the paths of the scripts that a browser should ask for at once, relative to the site.

    Parameters
    ----------
    page : str
        Streamlit's page; what it names itself is left out.
    files : Path, optional
        Where it and its scripts lie; Streamlit's own folder if left out.

    Returns
    -------
    tuple of str
        Each part and all that it imports. A part that a Streamlit names otherwise is left out, and loaded late.
    """
    folder = (files or streamlit_files()) / BELOW
    ahead = [file.name for name in ELEMENTS for file in folder.glob(f"{name}.*.js")]
    found: list[str] = []
    while ahead:
        name = ahead.pop(0)
        if name not in found and name not in page and (folder / name).is_file():
            found.append(name)
            ahead += _IMPORTED.findall((folder / name).read_text(encoding="utf-8"))
    return tuple(f"{BELOW}/{name}" for name in found)
