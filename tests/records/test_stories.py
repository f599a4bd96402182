"""Stories: each rule broken once, and that one more file in the folder is all that a further story needs."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from atlas.records.container import FOLDERS
from atlas.records.models_story import StepView, Story
from atlas.records.yamltext import parse
from atlas.view import KEYS
from tests.records.builders import SOURCE, SOURCES, TinyGeodata, make_event, make_step, make_story

GEODATA = Path(__file__).resolve().parents[2] / "geodata"
STORIES = sorted(path.stem for path in (GEODATA / FOLDERS["stories"][0]).glob("*.yaml"))
FILE = "registry/stories/october-2021.yaml: october-2021: "
SIDE = [{"what": "One says so.", "sources": SOURCES}]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"events": ["joint-sea-2020"]}, "steps[1].events is joint-sea-2020; allowed: an id of records/<id>.yaml; did you"),
        ({"sources": ["tass-2021"]}, "steps[1].sources is tass-2021; allowed: an id of registry/sources.yaml"),
        ({"map": {"series": "joint-see"}}, "steps[1].map.series is joint-see; allowed: an id of registry/series.yaml; did"),
        ({"map": {"ship": ["ru-gromky-335"]}}, "steps[1].map.ship is ru-gromky-335; allowed: an id of registry/ships.yaml"),
        ({"map": {"strait": ["tsugar"]}}, "steps[1].map.strait is tsugar; allowed: an id of registry/passages.yaml; did"),
        ({"map": {"area": ["sea-of-japn"]}}, "steps[1].map.area is sea-of-japn; allowed: an id of registry/areas.yaml; did"),
        ({"map": {"sel": "event.joint-sea-2020"}}, "map.sel is event.joint-sea-2020; allowed: event. and an id of records/"),
        ({"map": {"sel": "place.vladivostock"}}, "map.sel is place.vladivostock; allowed: place. and an id of registry/pla"),
        ({"map": {"sel": "ship.ru-gromkiy-335"}}, "map.sel is ship.ru-gromkiy-335; allowed: what is chosen, as in a link"),
        ({"map": {"at": "35,131"}}, "map.at is 35,131; allowed: latitude, longitude and zoom as in a link: 35.10_131.60_5"),
        ({"map": {"show": ["sea"]}}, "map.show[1] is sea; allowed: one of seas, places, straits, zones, legs, sightings, grid"),
        ({"map": {"form": "2021-10-14"}}, "map.form is an unknown field; allowed: from, to, kind, state"),
        ({"map": {"from": "2021-10-14", "to": "2021-10-13"}}, "map.to is 2021-10-13; allowed: 2021-10-14 (the first day"),
        (
            {"map": {"to": "2021-10-13", "sel": "event.joint-sea-2021"}},
            "map.to is 2021-10-13; allowed: 2021-10-14, the first day of joint-sea-2021, or later; correct it",
        ),
        (
            {"map": {"from": "2021-10-18", "sel": "event.joint-sea-2021"}},
            "map.from is 2021-10-18; allowed: 2021-10-17, the last day of joint-sea-2021, or before; correct it",
        ),
        ({"verdict": "true"}, "steps[1].verdict is true; allowed: confirmed, confirmed-with-correction, contradicted"),
        (
            {"verdict": "contradicted", "evidence_for": SIDE},
            "steps[1].evidence_against is missing; allowed: both sides of a contradicted claim; add what the sources",
        ),
        ({"verdict": "contradicted", "evidence_against": SIDE}, "steps[1].evidence_for is missing; allowed: both sides"),
        ({"events": [], "places": []}, "steps[1].map is missing; allowed: events, places or what the map shows"),
        ({"sources": []}, "steps[1].sources is []; allowed: at least 1 of them"),
        ({"places": ["vladivostok", "vladivostok"]}, "steps[1].places is vladivostok 2 times; allowed: each once in a list"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_step_is_told(geodata: TinyGeodata, fields: dict[str, Any], told: str) -> None:
    geodata.stories = [make_story(make_step(**fields))]
    geodata.write()
    (line,) = geodata.problems()
    assert line.startswith(FILE)
    assert told in line


def test_a_step_of_a_contradicted_claim_with_both_sides_has_no_problem(geodata: TinyGeodata) -> None:
    geodata.stories = [make_story(make_step(verdict="contradicted", evidence_for=SIDE, evidence_against=SIDE))]
    geodata.write()
    assert geodata.problems() == []


def test_two_steps_of_one_id_are_told(geodata: TinyGeodata) -> None:
    geodata.stories = [make_story(make_step(), make_step())]
    geodata.write()
    assert [line.partition(" is ")[0] for line in geodata.problems()] == [f"{FILE}steps[{n}].id" for n in (1, 2)]


def test_evidence_whose_source_the_step_does_not_list_is_told(geodata: TinyGeodata) -> None:
    geodata.registry["sources"]["sources"].append(SOURCE | {"id": "tass-2021-10-15-a", "url": "https://example.org/2"})
    side = [{"what": "Another says so.", "sources": ["tass-2021-10-15-a"]}]
    geodata.stories = [make_story(make_step(evidence_for=side))]
    geodata.write()
    (line,) = geodata.problems()
    assert "steps[1].sources is without tass-2021-10-15-a" in line


def test_an_event_that_cannot_be_read_makes_no_problem_of_the_story_that_chooses_it(geodata: TinyGeodata) -> None:
    geodata.stories = [make_story(make_step(map={"sel": "event.joint-sea-2021"}))]
    geodata.events = [make_event(kind="exercise")]
    geodata.write()
    (line,) = geodata.problems()
    assert line.startswith("records/joint-sea-2021.yaml")


def test_a_story_of_another_name_than_its_file_and_a_stray_file_are_told(geodata: TinyGeodata) -> None:
    geodata.write()
    geodata.put("registry/stories/other.yaml", make_story())
    geodata.put("registry/stories/notes.txt", b"to do")
    lines = "\n".join(geodata.problems())
    assert "registry/stories/other.yaml: october-2021: id is october-2021; allowed: the file's name" in lines
    assert "registry/stories/notes.txt is no record; allowed: registry/stories/<id>.yaml" in lines


def test_a_missing_folder_and_no_story_are_told(geodata: TinyGeodata) -> None:
    folder = geodata.write() / "registry/stories"
    (folder / "october-2021.yaml").unlink()
    assert "registry/stories is empty; allowed: one YAML file for each of the stories" in "\n".join(geodata.problems())
    folder.rmdir()
    assert "registry/stories is unreadable (No such file or directory)" in "\n".join(geodata.problems())


def test_a_step_shows_what_a_link_can_say_by_the_same_keys() -> None:
    own = {info.alias or name for name, info in StepView.model_fields.items()}
    assert own == set(KEYS) - {"v"}


@pytest.mark.parametrize("story", STORIES)
def test_the_story_is_valid_by_its_json_schema(story: str) -> None:
    value, _ = parse((GEODATA / FOLDERS["stories"][0] / f"{story}.yaml").read_bytes())
    written = json.loads((GEODATA / "schema" / "story.json").read_text("utf-8"))
    assert written == {"$schema": written["$schema"], **Story.model_json_schema(by_alias=True)}
    assert [error.message for error in Draft202012Validator(written).iter_errors(value)] == []
