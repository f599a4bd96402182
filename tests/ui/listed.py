"""Reads from the markup of a page how long its list is, and which numbers lead to lists."""

import re
from html import unescape

LIST = re.compile(r'<div class="listed" id="list" data-own.*?</table>', re.DOTALL)
NUMBER = re.compile(r'<a [^>]*?href="([^"]*)"[^>]*? data-count="(\d+)"')


def length(made: str) -> int:
    """Give the number of rows of the table that a page is about."""
    (table,) = LIST.findall(made)
    return table.partition("<tbody>")[2].count("<tr")


def numbers(made: str) -> list[tuple[str, int]]:
    """Give each count that is a link: where it leads, and the number."""
    return [(unescape(href), int(number)) for href, number in NUMBER.findall(made)]
