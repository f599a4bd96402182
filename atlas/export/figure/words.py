"""What a figure says in words: its title, what is chosen, what it leaves out, and whose reports and names it shows."""

from typing import Final

from atlas.catalog import Catalog
from atlas.export import work
from atlas.export.cite import day
from atlas.export.credit import Credit
from atlas.export.days import dates
from atlas.export.figure.frame import Frame
from atlas.export.figure.letters import face, setting
from atlas.export.figure.plate import Borne
from atlas.view import View

LANGUAGES: Final = {"zh": "Chinese", "ja": "Japanese", "ko": "Korean", "ru": "Russian"}
MOST_PLACES: Final = 3
NAMES: Final = (
    "Names and lines are those that the sources and the parties use; where a name is disputed both stand. No name, "
    "line or colour says what belongs to whom."
)
POSITIONS: Final = (
    "A mark stands for an event, not for a fix: how far off each sighting may be, its circle says. Dashed ways are "
    "joined by the atlas and are no tracks."
)


def headings(catalog: Catalog, view: View) -> tuple[str, str]:
    """Give the title of a view, and what stands below it.

    Returns
    -------
    title, below : str
        The view's sentence and nothing; where something is chosen, that, and the sentence below it.
    """
    sentence = view.describe(catalog)
    event = catalog.event_of(view.selection)
    if event:
        row = catalog.event(event)
        return f"{row['title']}, {dates(row['start'], row['end'], row['date_precision'])}", f"Chosen from: {sentence}"
    found = catalog.where_is(view.selection)
    return (str(found[1]["name"]), sentence) if found else (sentence, "")


def own_names(catalog: Catalog, view: View) -> tuple[list[tuple[str, str]], list[str]]:
    """Give the names that the chosen event bears in other languages, as far as a font can write them.

    Returns
    -------
    told : list of (language, name)
        Those that can be written.
    left : list of str
        The languages of those that no font of this machine has the signs of.
    """
    event = catalog.event_of(view.selection)
    names = catalog.event(event)["names"] if event else {}
    known = [(LANGUAGES.get(language, language), str(name)) for language, name in (names or {}).items()]
    own = face("print-sans")
    return (
        [(language, name) for language, name in known if setting(name, own)],
        [language for language, name in known if not setting(name, own)],
    )


def left_out(borne: Borne) -> str:
    """Say how many events of the view the plate does not show, and why."""
    parts = []
    if borne.unplaced:
        parts.append(f"{borne.unplaced} {_events(borne.unplaced)} without a place on the map")
    if borne.outside:
        parts.append(f"{borne.outside} {_events(borne.outside)} outside this frame")
    return f"Not shown: {' and '.join(parts)}." if parts else ""


def undrawn(catalog: Catalog, view: View) -> str:
    """Say which sightings of the chosen event cannot be drawn: what was only told to be in some wide water."""
    event = catalog.event_of(view.selection)
    rows = [row for row in catalog.sightings_of(event) if not row["drawable"]] if event else []
    if not rows:
        return ""
    places = list(dict.fromkeys(str(row["place"]) for row in rows if row["place"]))
    named = _listed(places if len(places) <= MOST_PLACES else [*places[:MOST_PLACES], "elsewhere"])
    of = f"{len(rows)} {'sighting' if len(rows) == 1 else 'sightings'} of what is chosen"
    return f"Told too vaguely to be drawn: {of}{f' ({named})' if named else ''}."


def _events(count: int) -> str:
    return "event" if count == 1 else "events"


def notes(catalog: Catalog, view: View, frame: Frame, link: str, left: list[str]) -> list[str]:
    """Give the small print, a paragraph each.

    Parameters
    ----------
    catalog, view, frame
        What is shown, and how.
    link : str
        Where the view lies; empty where that is not known.
    left : list of str
        Languages whose names could not be written.
    """
    edition = catalog.edition
    credit = Credit.of(catalog, view).words()
    event = catalog.event_of(view.selection)
    own = Credit.of_event(catalog, event).words() if event else ""
    if own:
        credit = f"What is chosen {own[0].lower()}{own[1:]}. The view it is chosen from {credit[0].lower()}{credit[1:]}"
    missing = f" The names in {_listed(left)} are left out: no font here has their signs." if left else ""
    made = f"{work.TITLE}, data version {edition.version} of {day(edition.released)}, {work.LICENCE_WORDS}."
    return [
        f"{credit}. Which source tells what stands in the atlas." if credit else "",
        f"{POSITIONS} {NAMES}{missing}",
        f"Land: Natural Earth. Projection: {frame.name} (WGS 84).",
        f"{made} {link}".strip(),
    ]


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
