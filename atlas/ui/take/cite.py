"""Cite this: the view with the version of its data, the day, and whose reports it rests on, in four forms."""

from datetime import date
from typing import Final

from atlas.export.cite import Citation
from atlas.export.cite_forms import FORMS
from atlas.ui.html import Html, el
from atlas.ui.links import number
from atlas.ui.take.parts import copied, file_link, section
from atlas.ui.take.taking import Taking
from atlas.ui.words import count

NAMES: Final[dict[str, tuple[str, str]]] = {
    "bib": ("BibTeX", "for LaTeX, with BibTeX or biber"),
    "ris": ("RIS", "for EndNote, Zotero, Mendeley, Citavi"),
    "json": ("CSL-JSON", "for Zotero, Pandoc, Quarto"),
}


def cite(taking: Taking, read: date) -> Html:
    """Give the section; the plain text is open, for most want that one."""
    cited = Citation.of(taking.catalog, taking.view, read, "" if taking.site == "./" else taking.site)
    credit = cited.credit
    of = [" of ", count(len(credit.publishers), "publisher")] if credit.publishers else []
    told = [
        "Version ", el("code", cited.version), " of the data, read today. ",
        [number(credit.sources, "sources", taking.choice, count(credit.sources, "source")), *of, " stand behind this."],
    ]  # fmt: skip
    forms = [_form(taking, cited, ending) for ending in NAMES]
    plain = copied("cite-txt", FORMS["txt"](cited).strip(), "the citation as plain text")
    return section("cite", "Cite", told, el("div", plain, cls="cite-plain"), *forms)


def _form(taking: Taking, cited: Citation, ending: str) -> Html:
    name, told = NAMES[ending]
    text = FORMS[ending](cited).replace("\r\n", "\n").strip()
    file = file_link(taking.address(f"cite.{ending}"), f"As a file (.{ending})", f"Download the citation as {name}")
    return el(
        "details",
        el("summary", el("b", name), " ", el("span", told)),
        copied(f"cite-{ending}", text, f"the citation as {name}"),
        el("p", file, cls="files"),
        data_keep=f"cite-{ending}",
    )
