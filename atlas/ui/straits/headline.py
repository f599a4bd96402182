"""The headline of the straits, reckoned from what is shown: which of them carry most of the passages told."""

from collections.abc import Mapping, Sequence
from typing import Final

from atlas.catalog.straits import Strait
from atlas.catalog.tally import Tally
from atlas.ui.straits.words import short
from atlas.ui.words import count, listed, sentence

TENTHS: Final = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
FEW: Final = 10
EVEN: Final = 0.02


def headline(tallies: Sequence[Tally], straits: Mapping[str, Strait]) -> str:
    """Say which straits lead, and by how much.

    Parameters
    ----------
    tallies : sequence of Tally
        As `atlas.catalog.tally.tallies` sorts them.
    straits : mapping of str to Strait
        The straits by id.

    Returns
    -------
    str
        Names the one or two straits that stand out from the next, with their share to the nearest tenth, or with plain
        numbers where there are few.
    """
    total = sum(tally.all for tally in tallies)
    if not total:
        return "No passage through a strait is told"
    names = [short(straits[tally.strait].row) for tally in tallies]
    if len(tallies) == 1:
        told = "The one passage told goes" if total == 1 else f"All {total} passages told go"
        return f"{told} through {names[0]}"
    leading = _leading(tallies)
    if not leading:
        return f"{count(total, 'passage')} told through {len(tallies)} straits, and none stands out"
    carried = sum(tally.all for tally in tallies[:leading])
    verb = "carries" if leading == 1 else "carry"
    of = "" if total <= FEW else "of the "
    return f"{sentence(listed(names[:leading]))} {verb} {share(carried, total)} {of}passages told"


def _leading(tallies: Sequence[Tally]) -> int:
    """Say how many straits stand out: two, or one where the next ones are equal, or none where the first ones are."""
    counts = [tally.all for tally in tallies] + [0]
    if len(tallies) > 2 and counts[1] > counts[2]:
        return 2
    return int(counts[0] > counts[1])


def share(part: int, total: int) -> str:
    """Say a share: `six in ten`, `nearly half`, `5 of the 7`."""
    if total <= FEW:
        return f"{part} of the {total}" if part < total else f"all {total}"
    if part == total:
        return "all"
    off = part / total - round(10 * part / total) / 10
    tenths = round(10 * part / total)
    if tenths in (0, 10):
        return "hardly any" if tenths == 0 else "nearly all"
    about = "" if abs(off) <= EVEN else "more than " if off > 0 else "nearly "
    return about + ("half" if tenths == 5 else f"{TENTHS[tenths]} in ten")
