"""The answer where no page lies: our own page that says so and leads on, with the status that says so to machines."""

from collections.abc import Mapping
from html import escape
from typing import Final

from starlette.responses import HTMLResponse

_PAGE: Final = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>No such page: {name}</title>
<link rel="icon" type="image/svg+xml" href="{home}assets/favicon.svg">
<link rel="stylesheet" href="{home}{style}">
<style>:root {{ color-scheme: light dark }} body {{ margin: 0; min-height: 100vh; background: var(--paper) }}
.st-key-bar {{ display: flex; align-items: center }} main ul {{ padding-left: 1.2em; line-height: 1.9 }}
main a {{ color: var(--accent) }}</style>
</head>
<body class="stApp">
<header class="st-key-bar"><a class="brand" href="{home}"><i class="logo" aria-hidden="true"></i>{name}</a></header>
<main class="page">
<h1 class="h1">There is no such page</h1>
<p class="dek">Nothing lies at this address: a link may have been cut short or mistyped.
These are the pages of the atlas:</p>
<ul class="dek">{links}</ul>
</main>
</body>
</html>
"""


def missing(name: str, pages: Mapping[str, str], home: str, style: str) -> HTMLResponse:
    """Give the answer 404.

    Parameters
    ----------
    name : str
        Name of the site.
    pages : mapping of str to str
        Path of each page below the site, and its title.
    home : str
        Path of the site, with a slash at its end.
    style : str
        Path of the pages' style sheet, relative to the site.
    """
    links = "".join(f'<li><a href="{escape(home + path)}">{escape(title)}</a></li>' for path, title in pages.items())
    page = _PAGE.format(name=escape(name), links=links, home=escape(home), style=escape(style))
    return HTMLResponse(page, 404, {"Cache-Control": "no-store"})
