"""Which of some forms a reader takes, by the Accept header (RFC 9110): the most wanted one, of equals the first."""

from collections.abc import Mapping


def wanted(accept: str, forms: Mapping[str, str]) -> str | None:
    """Choose a form.

    Parameters
    ----------
    accept : str
        The header; empty takes anything.
    forms : mapping of str to str
        Forms by their media types, the usual one first; a form may have several.

    Returns
    -------
    str or None
        The form; None where none of them is taken.
    """
    ranges = dict(filter(None, map(_read, accept.lower().split(","))))
    if not ranges:
        return next(iter(forms.values()))
    best, form = 0.0, None
    for media, name in forms.items():
        kind = media.partition("/")[0]
        weight = next((ranges[one] for one in (media, f"{kind}/*", "*/*") if one in ranges), 0.0)
        if weight > best:
            best, form = weight, name
    return form


def _read(part: str) -> tuple[str, float] | None:
    media, *parameters = (one.strip() for one in part.split(";"))
    weights = [one.removeprefix("q=") for one in parameters if one.startswith("q=")]
    try:
        weight = float(weights[0]) if weights else 1.0
    except ValueError:
        weight = 0.0
    return (media, weight if 0 <= weight <= 1 else 0.0) if media else None
