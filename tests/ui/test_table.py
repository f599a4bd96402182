"""A table says to every reader what it holds, and by what it is sorted."""

from atlas.ui.html import el
from atlas.ui.table import Cell, Column, Row, ignored, table
from tests.ui.markup import Markup

COLUMNS = (Column("ship", "Ship"), Column("seen", "Seen", down=True, cls="n"), Column("note", "Note", sorts=False))
ROWS = (
    Row(("Gromkiy", Cell("12 times", 12), "<b>"), find=("Gromkiy", "Громкий"), current=True, name="row-1"),
    Row(("Xi'an", Cell("–", 0), None), find=("Xi'an",)),
)


def test_heads_are_heads_and_cells_bear_what_they_are_sorted_by():
    made = table("Two ships", COLUMNS, ROWS, order="-seen")
    assert "<caption>Two ships</caption>" in made
    assert '<th scope="col" data-column="ship"><button type="button">Ship</button></th>' in made
    assert '<th scope="col" class="n" aria-sort="descending" data-column="seen" data-first="descending">' in made
    assert '<th scope="col">Note</th>' in made
    assert '<th scope="row">Gromkiy</th><td class="n" data-key="12">12 times</td><td>&lt;b&gt;</td>' in made
    assert '<tr id="row-1" aria-current="true" data-find=" grom' in made
    assert '<td class="n" data-key="0">–</td><td></td>' in made


def test_a_search_field_has_a_label_and_says_how_many_there_are():
    made = table("2 ships", COLUMNS, ROWS, search="Search by name", own=True)
    assert "<label><span>Search by name</span><input " in made
    assert '<p class="listed-said" role="status" data-all="2 ships">2 ships</p>' in made
    assert "data-own" in made
    assert "<input" not in table("2 ships", COLUMNS, ROWS)


def test_nothing_of_a_row_becomes_markup():
    evil = '"><script>alert(1)</script>'
    made = table(evil, COLUMNS, [Row((evil, Cell(evil, evil), evil), find=(evil,), name=evil)], search=evil)
    assert "script" not in Markup(made).tags


def test_an_order_that_there_is_not_is_named():
    assert ignored({}, COLUMNS) == ignored({"sort": "-seen"}, COLUMNS) == {}
    told = ignored({"sort": "note"}, COLUMNS)["sort"]
    assert "sort=`note`" in told
    assert "ship, -ship, seen, -seen" in told
    assert table("x", (Column("a", el("i", "A")),), []).count("<tr>") == 1
