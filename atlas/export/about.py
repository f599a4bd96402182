"""What is to be known of a file that leaves the atlas, told in each: version, view, choice, licence, caveats."""

from typing import Final

from atlas.export import work
from atlas.export.columns import FORMS
from atlas.export.tables_beside import TABLES
from atlas.export.taken import Taken

CAVEATS: Final = (
    (
        "A position is no more exact than its radius: radius_km is honest blur, basis says what the point rests on, "
        "and what is too vague to draw has no point."
    ),
    "A leg with told = false only joins two sightings by the shortest way over water; nobody saw that way.",
    (
        "Counts are of what sources tell, not of what happened: what nobody published is not here, and coverage "
        "differs from year to year and from state to state."
    ),
    (
        "Where sources disagree, conflicts says how and which value is taken; a source marked weak is a copy or of "
        "unknown worth."
    ),
    "Days are local to who tells them; date_precision says where only a week or a month is known and days stand in.",
    "Names, zones and claims stand with who claims them; the atlas takes no side in disputes.",
)


def about(taken: Taken) -> dict[str, str]:
    """Give what every file says of itself, as names and texts in the order of reading.

    Parameters
    ----------
    taken : Taken
        What is in the file.

    Returns
    -------
    dict of str to str
        title, version, released, view, choice, link, licence, attribution, caveats.
    """
    edition = taken.catalog.edition
    link = taken.link if taken.site else f"{taken.link} (below the address of the atlas)"
    return {
        "title": work.TITLE,
        "version": edition.version,
        "released": edition.released.isoformat(),
        "view": taken.sentence,
        "choice": taken.choice,
        "link": link,
        "licence": f"{work.LICENCE} ({work.LICENCE_ADDRESS})",
        "attribution": f"{work.TITLE}, version {edition.version}, {work.LICENCE_WORDS}",
        "caveats": " ".join(CAVEATS),
    }


def column_rows() -> list[dict[str, str]]:
    """Give what each column of each table means, a row each: table, column, holds, allowed, meaning."""
    return [
        {
            "table": table.name,
            "column": column.name,
            "holds": FORMS[column.form],
            "allowed": ", ".join(column.allowed),
            "meaning": column.says,
        }
        for table in TABLES.values()
        for column in table.columns
    ]
