"""Values that many sessions share: what JSON holds, made so that nobody can change it."""

from typing import Any, NoReturn, Self


class Facts(dict[str, Any]):
    """A dict that cannot be changed; it can be read, copied with `dict(facts)` and written as JSON like any other."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("facts are shared by all sessions and cannot be changed; copy them first: dict(facts)")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __copy__(self) -> Self:
        """Give itself: what cannot change needs no copy."""
        return self

    def __deepcopy__(self, _: dict[int, Any]) -> Self:
        """Give itself: what cannot change needs no copy."""
        return self

    def __reduce__(self) -> tuple[type[Self], tuple[dict[str, Any]]]:
        """Pickle as a plain dict that is frozen again."""
        return type(self), (dict(self),)


def frozen(value: Any) -> Any:
    """Freeze what JSON gives: objects become Facts, lists become tuples, all the way down."""
    if isinstance(value, dict):
        return Facts({key: frozen(inner) for key, inner in value.items()})
    if isinstance(value, list):
        return tuple(frozen(inner) for inner in value)
    return value
