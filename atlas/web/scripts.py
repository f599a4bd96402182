"""The scripts of the pages' own components, each as one module named by what is in it."""

import json
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from atlas import look, spelling
from atlas.web.pages import NARROWING


def module_name(component: str) -> str:
    """Give the name by which a page imports the module of a component; the page's import map says where it lies."""
    return f"atlas/{component}"


class Scripts:
    """The modules of one folder.

    `time.js` is a module with a default export; parts of it may stand in `time_*.js` beside it and are put before it. A
    constant `look` (kinds with id and name, layers, keys that narrow the list of events) stands at the head of each,
    and before the one that searches, `site`, the constant `spelling` (the rules of atlas/spelling.py).

    Parameters
    ----------
    folder : Path
        Where the scripts stand.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def contents(self) -> dict[str, bytes]:
        """The modules by the name of their component."""
        names = [file.stem for file in sorted(self.folder.glob("*.js")) if "_" not in file.stem]
        return {name: self._content(name) for name in names}

    @cached_property
    def paths(self) -> dict[str, str]:
        """The paths of the modules below the site, by the name of their component."""
        return {
            name: f"assets/ui/{name}-{sha256(content).hexdigest()[:12]}.js" for name, content in self.contents.items()
        }

    def _content(self, name: str) -> bytes:
        parts = [*sorted(self.folder.glob(f"{name}_*.js")), self.folder / f"{name}.js"]
        kinds = [{"id": kind, "one": drawn.one, "many": drawn.many} for kind, drawn in look.KINDS.items()]
        layers = [{"id": layer, "name": title} for layer, title in look.LAYERS.items()]
        said = {"kinds": kinds, "layers": layers, "narrows": " ".join(NARROWING)}
        head = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
        heads = [f"const look = {head};"]
        if name == "site":
            heads.append(f"const spelling = {json.dumps(_spelling(), ensure_ascii=False, separators=(',', ':'))};")
        return "\n".join([*heads, *(part.read_text(encoding="utf-8") for part in parts)]).encode()


def _spelling() -> dict[str, object]:
    return {
        "letters": spelling.CYRILLIC,
        "rules": spelling.RULES,
        "apostrophes": spelling.APOSTROPHES,
        "deep": spelling.DEEP,
    }
