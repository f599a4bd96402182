"""The letters: which cuts of which typefaces the pages and the map are set in, and the style rule that names them.

No font file is kept here; `atlas.fonts` cuts them from two PyPI packages. A name holds a hash of everything the cut
depends on, so that it can be told before the cut is made, and a browser may keep the file for ever.
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import Final

LATIN: Final = (
    "20-7E,A0-17F,192,1CD-1DC,218-21B,2BB-2BC,2C6-2C7,2DA,2DC,2010-2015,2018-201E,2020-2022,2026,202F,2030,2032-2033,"
    "2039-203A,2044,20AC,2122,2190-2193,2212,2248,2260,2264-2265"
)
CYRILLIC: Final = "400-45F,490-491,2116"
WEIGHTS: Final = (400, 700)


@dataclass(frozen=True)
class Face:
    """One cut: some characters of one style of a variable font, its weights from 400 to 700 kept.

    Parameters
    ----------
    name : str
        Name of the file, without hash and ending.
    family : str
        Name of the typeface.
    style : str
        normal or italic.
    package : str
        Import name of the package that holds the font.
    file : str
        File of the font in the package's folder `files`.
    characters : str
        Ranges of code points in hexadecimal, such as `400-45F,2116`.
    optical_size : int or None
        The size in points that the letters are drawn for; None where the font has only one drawing.
    """

    name: str
    family: str
    style: str
    package: str
    file: str
    characters: str
    optical_size: int | None = None

    @property
    def file_name(self) -> str:
        """Give the name under which the cut is kept and served, with a hash of what it depends on."""
        try:
            source = version(self.package)
        except PackageNotFoundError:
            source = "none"
        recipe = repr((astuple(self), WEIGHTS, source))
        return f"{self.name}-{sha256(recipe.encode()).hexdigest()[:12]}.woff2"

    def code_points(self) -> Iterator[int]:
        """Give each code point of the cut."""
        for span in self.characters.split(","):
            first, _, last = span.partition("-")
            yield from range(int(first, 16), int(last or first, 16) + 1)


@dataclass(frozen=True)
class PrintFace(Face):
    """One cut for figures: a plain TrueType font of one weight, as what draws for print needs it.

    Parameters
    ----------
    weight : int
        The only weight.
    """

    weight: int = 400

    @property
    def file_name(self) -> str:
        """Give the name under which the cut is kept, as for every face."""
        return f"{super().file_name.removesuffix('.woff2')}.ttf"


_SANS: Final = ("Libre Franklin", "normal", "fontpkg_libre_franklin", "LibreFranklin[wght].ttf")
_SERIF: Final = ("Source Serif 4", "normal", "fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf")
_WATER: Final = ("Source Serif 4", "italic", "fontpkg_source_serif_4", "SourceSerif4-Italic[opsz,wght].ttf")
FACES: Final[tuple[Face, ...]] = (
    Face("sans-latin", *_SANS, LATIN),
    Face("sans-cyrillic", *_SANS, CYRILLIC),
    Face("serif-latin", *_SERIF, LATIN, optical_size=20),
    Face("serif-cyrillic", *_SERIF, CYRILLIC, optical_size=20),
    Face("serif-italic-latin", *_WATER, LATIN, optical_size=16),
)
PRINT_FACES: Final[tuple[PrintFace, ...]] = (
    PrintFace("print-sans", *_SANS, f"{LATIN},{CYRILLIC}"),
    PrintFace("print-sans-bold", *_SANS, f"{LATIN},{CYRILLIC}", weight=600),
    PrintFace("print-serif", *_SERIF, f"{LATIN},{CYRILLIC}", optical_size=20, weight=600),
    PrintFace("print-serif-italic", *_WATER, f"{LATIN},{CYRILLIC}", optical_size=16),
)


@cache
def font_css() -> str:
    """Give the style rules that name the fonts; addresses are relative to a style sheet below `assets/`."""
    weights = f"{WEIGHTS[0]} {WEIGHTS[1]}"
    rules = [
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};font-weight:{weights};font-display:swap;'
        f'src:url("fonts/{face.file_name}") format("woff2");'
        f"unicode-range:{','.join(f'U+{span}' for span in face.characters.split(','))}}}"
        for face in FACES
    ]
    return "\n".join(rules)
