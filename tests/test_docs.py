"""The docs name what there is: every command, every page; their links and the citation hold."""

import re

import jsonschema
import pytest
import yaml

from atlas.web.pages import OWN_KEYS
from tools.server import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PAPERS = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "deploy/README.md",
    "docs/citing.md",
    "docs/links.md",
    "docs/downloads.md",
    "docs/api.md",
    "docs/data.md",
    "geodata/README.md",
)


@pytest.mark.parametrize("target", re.findall(r"^([a-z]+):", MAKEFILE, flags=re.MULTILINE))
def test_the_readme_names_every_make_target(target: str):
    assert f"`make {target}" in README


@pytest.mark.parametrize("page", sorted(path.stem for path in (ROOT / "pages").glob("*.py")))
def test_the_readme_names_every_page(page: str):
    assert f"**{page.replace('_', ' ').capitalize()}**" in README


@pytest.mark.parametrize(("page", "key"), [(page, key) for page, keys in OWN_KEYS.items() for key in keys])
def test_the_keys_of_single_pages_are_told(page: str, key: str):
    assert f"| `{page or 'map'}` | `{key}` | " in (ROOT / "docs" / "links.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("paper", PAPERS)
def test_links_to_files_lead_to_files(paper: str):
    path = ROOT / paper
    targets = re.findall(r"\]\((?!https?://|#|mailto:)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_ci_runs_the_readmes_test_command_and_nothing_else():
    steps = [line for line in (ROOT / ".ci" / "run").read_text().splitlines() if line and not line.startswith("#")]
    assert steps == ["set -eu", 'cd "$(dirname "$0")/.."', "exec make test"]
    assert "make test" in README


def test_the_citation_is_what_the_format_asks_for():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    jsonschema.validate(
        citation,
        {
            "required": ["cff-version", "message", "title", "authors"],
            "properties": {
                "cff-version": {"const": "1.2.0"},
                "type": {"enum": ["software", "dataset"]},
                "authors": {
                    "minItems": 1,
                    "items": {"anyOf": [{"required": ["name"]}, {"required": ["family-names"]}]},
                },
                "keywords": {"uniqueItems": True, "items": {"type": "string"}},
            },
        },
    )
    assert citation["license"] in (ROOT / "LICENSE-DATA").read_text()
