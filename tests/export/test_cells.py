"""A cell acts in no spreadsheet, and gives back what was put into it."""

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from atlas.export.cells import BETWEEN, flat, neutral, restored, words

TEXT = st.text() | st.builds(
    "{}{}".format, st.sampled_from(["=", "+", "-", "@", "\t", "\r", "'", " =", "＝"]), st.text()
)


@given(TEXT)
def test_no_text_begins_as_a_formula_and_every_text_comes_back(text):
    cell = neutral(text)
    assert restored(cell) == text
    assert cell[:1] not in {*"=+-@＝＋－＠\t\r\n"}
    assert cell.lstrip()[:1] not in {*"=+-@＝＋－＠"}


@given(st.text(st.characters(exclude_characters="=+-@＝＋－＠'\t\r\n ", exclude_categories=["Z", "C"]), min_size=1))
def test_other_text_stands_as_it_is(text):
    assert neutral(text) == text


@given(st.lists(TEXT))
def test_a_row_of_any_texts_is_read_back_from_csv(texts):
    out = StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow([neutral(text) for text in texts])
    out.seek(0)
    assert [restored(cell) for row in csv.reader(out) for cell in row] == texts


@given(st.lists(st.text(min_size=1) | st.just("[a"), min_size=1))
def test_a_list_of_names_is_read_back_from_its_cell(names):
    assert list(words(flat("words", names))) == names


def test_cells_of_each_form():
    assert flat("words", ("CN", "RU")) == f"CN{BETWEEN}RU"
    assert flat("links", ("https://a.org/;x", "https://b.org")) == "https://a.org/;x https://b.org"
    assert flat("json", ({"名": None},)) == '[{"名":null}]'
    assert [flat(form, empty) for form in ("words", "json", "links") for empty in ((), {}, None)] == [None] * 9
    assert (flat("integer", -3), flat("boolean", False), flat("text", "")) == (-3, False, None)  # noqa: FBT003
