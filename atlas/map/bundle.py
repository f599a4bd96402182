"""Leaflet and our client as one script and one style sheet, named by what is in them.

One bundle instead of a dozen files: st_folium appends scripts one after the other, some 50 ms each, even from loopback.
"""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from xstatic.pkg import leaflet

from atlas import look, signs, toponyms
from atlas.lettering import font_css
from atlas.view.query import VERSION

CLIENT: Final = Path(__file__).with_name("client")
LEAFLET: Final = Path(leaflet.BASE_DIR)
FIRST: Final = ("columns",)
LAST: Final = ("start",)


def fingerprint(content: bytes) -> str:
    """Give twelve hexadecimal digits that change whenever the content does."""
    return sha256(content).hexdigest()[:12]


@cache
def bundle() -> bytes:
    """Give one script: Leaflet, what look and toponyms say, `columns`, the rest of the client by name, `start` last."""
    kinds = [
        {
            "id": kind,
            "one": shape.one,
            "many": shape.many,
            "path": shape.path,
            "colours": (shape.light, shape.dark),
        }
        for kind, shape in look.KINDS.items()
    ]
    layers = [{"id": layer, "name": name, "on": layer in look.DEFAULT_LAYERS} for layer, name in look.LAYERS.items()]
    groups = {"marks": signs.MARKS, "ways": signs.WAYS, "layers": signs.LAYERS}
    drawn = {name: [_sign(sign) for sign in group] for name, group in groups.items()}
    said = {"kinds": kinds, "layers": layers, "signs": drawn, "version": VERSION, "colours": look.COLOURS}
    table, names = (json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in (said, toponyms.lettering()))
    between = sorted({file.stem for file in CLIENT.glob("*.js")}.difference(FIRST, LAST))
    texts = [(CLIENT / f"{name}.js").read_text(encoding="utf-8") for name in (*FIRST, *between, *LAST)]
    library = (LEAFLET / "leaflet.js").read_text(encoding="utf-8").partition("//# sourceMappingURL")[0]
    return "\n".join([library, f"window.atlas = {{look: {table}, lettering: {names}}};", *texts]).encode()


def _sign(sign: signs.Sign) -> dict[str, Any]:
    return {"id": sign.id, "drawn": sign.drawn, "words": sign.words, "width": sign.width, "when": sign.when}


@cache
def stylesheet() -> bytes:
    """Give the style of the map's frame: Leaflet, fonts, colours, signs, client/*.css by name."""
    library = (LEAFLET / "leaflet.css").read_text(encoding="utf-8")
    sheets = [file.read_text(encoding="utf-8") for file in sorted(CLIENT.glob("*.css"))]
    return "\n".join([library, font_css(), look.token_css(), signs.STYLE, *sheets]).encode()


@cache
def script_name() -> str:
    """Give the name under which the client is served, below `assets/`."""
    return f"atlas-{fingerprint(bundle())}.js"


@cache
def stylesheet_name() -> str:
    """Give the name under which the style sheet is served, below `assets/`."""
    return f"map-{fingerprint(stylesheet())}.css"
