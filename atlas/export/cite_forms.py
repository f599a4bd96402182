"""A citation as people and their programs read it: plain text, BibTeX, RIS, CSL-JSON."""

import json
from collections.abc import Callable
from typing import Any, Final

from atlas.export import work
from atlas.export.cite import Citation, day
from atlas.export.tex import in_tex, needs_unicode

RELATIVE: Final = "The link is relative to the address of the atlas, which was not known here."
UNICODE: Final = "% Holds letters of other scripts: read it with biber, and set it with LuaLaTeX or XeLaTeX.\n"


def plain(cited: Citation) -> str:
    """Give a citation as text to be read, one paragraph."""
    told = (
        f"{work.AUTHORS} ({cited.released.year}): {cited.title}. Version {cited.version} of the data, "
        f"released {day(cited.released)}, {work.LICENCE_WORDS}. {cited.link} (read {day(cited.read)}). {_notes(cited)}"
    )
    return told.strip() + "\n"


def bibtex(cited: Citation) -> str:
    """Give a citation as BibTeX, for BibTeX and biber: an address as it is, all else escaped for TeX."""
    told = {
        "author": f"{{{in_tex(work.AUTHORS)}}}",  # braces of its own: it is no person's name
        "title": f"{{{in_tex(cited.title)}}}",
        "year": str(cited.released.year),
        "month": str(cited.released.month),
        "version": cited.version,
        "howpublished": in_tex(f"Data set, version {cited.version}"),
        "url": _for_url(cited.link),
        "urldate": cited.read.isoformat(),
        "note": in_tex(f"Read {day(cited.read)}. {work.LICENCE_WORDS}. {_notes(cited)}".strip()),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in told.items())
    entry = f"@misc{{{cited.key},\n{lines}\n}}\n"
    return UNICODE + entry if needs_unicode(entry) else entry


def ris(cited: Citation) -> str:
    """Give a citation as RIS: lines that end as the format wants it, each of two signs and a value."""
    told = (
        ("TY", "DATA"),
        ("ID", cited.key),
        ("AU", work.AUTHORS),
        ("TI", cited.title),
        ("PY", str(cited.released.year)),
        ("DA", f"{cited.released:%Y/%m/%d}"),
        ("ET", cited.version),
        ("LA", "en"),
        ("UR", cited.link),
        ("Y2", f"{cited.read:%Y/%m/%d}"),
        ("N1", f"{work.LICENCE_WORDS}. {_notes(cited)}".strip()),
        *(("KW", word) for word in work.KEYWORDS),
    )
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in told) + "ER  - \r\n"


def csl(cited: Citation) -> str:
    """Give a citation as CSL-JSON: a list of one item."""
    item: dict[str, Any] = {
        "id": cited.key,
        "type": "dataset",
        "title": cited.title,
        "author": [{"literal": work.AUTHORS}],
        "version": cited.version,
        "issued": {"date-parts": [[cited.released.year, cited.released.month, cited.released.day]]},
        "accessed": {"date-parts": [[cited.read.year, cited.read.month, cited.read.day]]},
        "URL": cited.link,
        "language": "en",
        "keyword": ", ".join(work.KEYWORDS),
        "note": f"{work.LICENCE_WORDS}. {_notes(cited)}".strip(),
    }
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"


FORMS: Final[dict[str, Callable[[Citation], str]]] = {"txt": plain, "bib": bibtex, "ris": ris, "json": csl}
"""Each form by the ending of its file."""


def _notes(cited: Citation) -> str:
    words = cited.credit.words()
    rests = f"{words}." if words else ""
    files = f"Files of this version: {cited.data}" if cited.is_absolute else RELATIVE
    return f"{rests} {files}".strip()


def _for_url(link: str) -> str:
    r"""Give an address as `\url` and biber take it: verbatim, without a brace that opens or closes the field."""
    return link.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C").replace(" ", "%20")
