"""The HTML builder: text stays text."""

import pytest

from atlas.ui.html import Html, el, join, outside, symbol, text, web_address

ATTACK = "<img src=x onerror=alert(1)>\"'&</div><script>alert(2)</script>"


def test_text_inside_an_element_is_escaped():
    assert el("p", ATTACK) == (
        "<p>&lt;img src=x onerror=alert(1)&gt;&quot;&#x27;&amp;&lt;/div&gt;&lt;script&gt;alert(2)&lt;/script&gt;</p>"
    )


def test_text_in_an_attribute_cannot_leave_it():
    assert el("p", title='" onmouseover="alert(1)') == '<p title="&quot; onmouseover=&quot;alert(1)"></p>'


def test_elements_inside_elements_are_not_escaped_twice():
    assert el("p", el("b", "1 < 2"), " & ", ["a", None, 3]) == "<p><b>1 &lt; 2</b> &amp; a3</p>"


def test_a_string_method_gives_text_that_is_escaped_again():
    assert text(el("b", "x").upper()) == "&lt;B&gt;X&lt;/B&gt;"


def test_attributes_without_a_value_are_left_out():
    assert el("a", "x", cls="k", href=None, hidden=False, open=True, aria_label="y") == (
        '<a class="k" open="" aria-label="y">x</a>'
    )


def test_void_elements_have_no_end():
    assert el("br") == "<br>"


def test_join_leaves_out_what_is_empty_and_escapes_what_stands_between():
    assert join(["a", None, "", el("b", "c")], " < ") == "a &lt; <b>c</b>"


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "http://example.org", "https://例え.jp/一"])
def test_addresses_of_the_web_become_links_in_a_tab_of_their_own(url: str):
    link = outside(url, "Agency")
    assert link.startswith("<a href=")
    assert 'target="_blank"' in link
    assert 'rel="noopener noreferrer"' in link


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\nscript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "//example.org/x",
        "/etc/passwd",
        "http:///nohost",
        "https://[broken",
        "ftp://example.org",
        "\x01https://example.org",
    ],
)
def test_no_other_address_becomes_a_link(url: str | None):
    assert web_address(url) is None
    assert "href" not in outside(url, "Agency")
    assert "Agency" in outside(url, "Agency")


def test_a_symbol_is_hidden_from_screen_readers():
    assert symbol("transit", 14) == (
        '<i class="sym sym-transit" style="width:14px;height:14px" aria-hidden="true"></i>'
    )


def test_only_the_builder_makes_markup():
    assert isinstance(el("p"), Html)
    assert not isinstance(el("p") + "x", Html)
