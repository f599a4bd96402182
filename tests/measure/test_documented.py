"""Every measure says what goes in and comes out, from where it is, and how far it may be off."""

import importlib
import inspect
import pkgutil

import pytest

import atlas.measure

MODULES = [
    importlib.import_module(f"atlas.measure.{found.name}") for found in pkgutil.iter_modules(atlas.measure.__path__)
]
FUNCTIONS = [
    function
    for module in MODULES
    for name, function in inspect.getmembers(module, inspect.isfunction)
    if function.__module__ == module.__name__ and not name.startswith("_")
]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: f"{one.__module__}.{one.__name__}")
def test_a_measure_tells_each_parameter_and_what_it_gives(function):
    told = inspect.getdoc(function) or ""
    head, _, given = told.partition("Returns\n-------\n")
    assert given.strip(), "no Returns"
    _, _, parameters = head.partition("Parameters\n----------\n")
    named = {
        name.strip() for line in parameters.splitlines() if " : " in line for name in line.split(" : ")[0].split(",")
    }
    assert named == set(inspect.signature(function).parameters)


@pytest.mark.parametrize("module", MODULES, ids=lambda one: one.__name__)
def test_a_module_of_measures_tells_its_source_and_its_error(module):
    told = " ".join(
        [module.__doc__ or "", *(inspect.getdoc(one) or "" for one in FUNCTIONS if one.__module__ == module.__name__)]
    )
    assert "Source" in told
    assert "error" in told.lower()


def test_there_are_measures():
    assert len(FUNCTIONS) > 20
