"""What a request for data asks for, read strictly: the query of a page as it is, and no word of it misunderstood.

A page shows what it can read of a link and tells the rest. Data goes to programs, which read no notices: there, what
cannot be read is refused, by name.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl

from starlette.requests import Request

from atlas.web.pages import OWN_KEYS
from atlas.web.parameter import SHORT, Parameter, shown
from atlas.web.problem import Fault, ProblemError

if TYPE_CHECKING:  # importing these takes a second (geopandas): the server is to be healthy before
    from atlas.catalog import Catalog
    from atlas.view import View
    from atlas.view.query import Notice

LONGEST: Final = 4_000
"""The most signs of a query; the longest one that a page makes of real choices is far below."""
MOST_PAIRS: Final = 100
HOW: Final = frozenset({"show", "sel", "at", "theme", "embed", "embed_options", "lang"})
"""Keys of a page that say how something is shown, not what."""
PAGES_OWN: Final = frozenset(key for keys in OWN_KEYS.values() for key in keys)


@dataclass(frozen=True)
class Asked:
    """What a request asks for.

    Parameters
    ----------
    view : View
        What is chosen.
    own : mapping of str to object
        The values of the address's own parameters, each of them: what is absent holds what is usual.
    ignored : tuple of str
        Keys of a page that the request has and that do not matter here.
    """

    view: "View"
    own: Mapping[str, Any] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()


def asked(
    request: Request,
    catalog: "Catalog",
    own: Mapping[str, Parameter] | None = None,
    heeds: Collection[str] = (),
) -> Asked:
    """Read a request; it takes some ms, call it in a thread.

    A range of dates that reaches beyond the data is no problem: it chooses exactly what it says.

    Parameters
    ----------
    request : Request
        Its query is that of a page, with the address's own parameters.
    catalog : Catalog
        Says which ids there are.
    own : mapping of str to Parameter
        The parameters that the address has of its own.
    heeds : collection of str
        Which of `HOW` matter here (a figure heeds `show`, `at` and `sel`); the others are accepted and ignored.

    Returns
    -------
    Asked
        The view, and what the parameters hold.

    Raises
    ------
    ProblemError
        414 if the query is too long; 400 if anything in it cannot be read, with a Fault for each parameter.
    """
    from atlas.view import KEYS, View  # noqa: PLC0415

    own = own or {}
    pairs = query_pairs(request)
    ignored = {key for key in pairs if key not in own and key not in heeds and _is_of_a_page(key)}
    faults: list[Fault] = []
    values = {name: _own(name, one, pairs.pop(name, []), faults) for name, one in own.items()}
    rest = {key: kept for key, kept in pairs.items() if key not in ignored}
    for key, kept in rest.items():
        if not all(value.strip(".") for value in kept):
            faults.append(Fault(key, f"{key} is empty; leave it out, or say what it shall be."))
    view, notices = View.from_query(rest, catalog)
    known = (*(key for key in KEYS if key not in HOW or key in heeds), *own)
    faults += [fault for notice in notices if not notice.harmless for fault in _faults(notice, known)]
    if faults:
        which = ", ".join(dict.fromkeys(shown(fault.parameter) for fault in faults[:5]))
        more = " and others" if len(faults) > 5 else ""
        raise ProblemError(400, f"The query cannot be followed: look at {which}{more}.", faults)
    return Asked(view, values, tuple(sorted(ignored)))


def query_pairs(request: Request) -> dict[str, list[str]]:
    """Give the keys of a request's query with their values, in order.

    Raises
    ------
    ProblemError
        414 if the query is too long, 400 if it is no UTF-8 or has too many pairs.
    """
    raw: bytes = request.scope.get("query_string", b"")
    if len(raw) > LONGEST:
        raise ProblemError(414, f"The query has {len(raw):,} bytes; allowed: {LONGEST:,}. Name fewer things.")
    try:
        found = parse_qsl(raw.decode(), keep_blank_values=True, errors="strict", max_num_fields=MOST_PAIRS)
    except UnicodeDecodeError:
        raise ProblemError(400, "The query is not UTF-8; encode its values by percent signs as UTF-8.") from None
    except ValueError:
        raise ProblemError(
            400, f"The query has more than {MOST_PAIRS} pairs; join values of one key by dots."
        ) from None
    pairs: dict[str, list[str]] = {}
    for key, value in found:
        pairs.setdefault(key, []).append(value)
    return pairs


def _is_of_a_page(key: str) -> bool:
    from atlas.view.pair import BEFORE, FILTER_KEYS, WHOLE  # noqa: PLC0415

    second = key == WHOLE or (key.startswith(BEFORE) and key.removeprefix(BEFORE) in FILTER_KEYS)
    return key in HOW or key in PAGES_OWN or second


def _own(name: str, parameter: Parameter, values: list[str], faults: list[Fault]) -> Any:
    if len(set(values)) > 1:
        faults.append(Fault(name, f"{name} stands {len(values)} times.", shown(" and ".join(values)), "one value"))
        return parameter.usual
    if not values:
        return parameter.usual
    read = parameter.read(name, values[0])
    if isinstance(read, Fault):
        faults.append(read)
        return parameter.usual
    return read


def _faults(notice: "Notice", known: Collection[str]) -> list[Fault]:
    """Give a notice as one Fault for each of its keys."""
    if not notice.given:  # keys that nobody knows
        allowed = ", ".join(known)
        return [
            Fault(shown(key), "There is no such parameter.", allowed=allowed, nearest=get_close_matches(key, known))
            for key in notice.keys
        ]
    words = notice.given.split(".") if notice.known else ()
    near = [one for word in words[:5] for one in get_close_matches(word[:SHORT], notice.known, n=2)]
    detail = f"allowed: {notice.allowed}."
    return [
        Fault(
            key, f"{key} cannot be followed; {detail}", shown(notice.given), notice.allowed, tuple(dict.fromkeys(near))
        )
        for key in notice.keys
    ]
