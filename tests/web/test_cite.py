"""The addresses of citations, without a server."""

import json
from datetime import UTC, datetime

import pytest
from starlette.routing import Router
from web.wire import ask_inside

from atlas.web.cite import FORMS, cite_routes
from atlas.web.limits import Limits
from atlas.web.routes import Site
from tools.server import ROOT

QUERY = "from=2021-01-01&kind=naval-patrol&sel=event.joint-sea-2021&embed=true&q=x"
SITE = "http://atlas.example.org/atlas/"
LINK = f"{SITE}?from=2021-01-01&kind=naval-patrol&sel=event.joint-sea-2021&v=1"


def ask(form, query="", method="GET", site=SITE, base="/atlas", **headers):
    return ask_inside(Router(cite_routes(base, Limits())), f"{site}cite.{form}?{query}", method, **headers)


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("txt", "text/plain; charset=utf-8"),
        ("bib", "text/x-bibtex; charset=utf-8"),
        ("ris", "application/x-research-info-systems; charset=utf-8"),
        ("json", "application/json"),
    ],
)
def test_each_form_of_a_page_s_own_query_holds_its_link_and_the_day(form, kind):
    answer = ask(form, QUERY)
    assert (answer.status, answer.headers["content-type"]) == (200, kind)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert LINK in answer.body.decode()
    if form == "json":
        today = datetime.now(UTC)
        assert json.loads(answer.body)[0]["accessed"] == {"date-parts": [[today.year, today.month, today.day]]}
    tag = answer.headers["etag"]
    assert ask(form, QUERY, "HEAD").headers["etag"] == tag
    assert ask(form, QUERY, If_None_Match=tag).status == 304


def test_what_cannot_be_read_is_refused_by_name():
    answer = ask("json", "kind=submarine&colour=blue&sel=event.no-such")
    assert (answer.status, answer.headers["content-type"]) == (400, "application/problem+json")
    assert {fault["parameter"] for fault in json.loads(answer.body)["errors"]} == {"kind", "colour", "sel"}


def test_the_link_names_the_scheme_of_the_reader_and_no_host_that_could_be_none():
    def link(**more):
        return json.loads(ask("json", base="", **more).body)[0]["URL"]

    assert link(site="https://atlas.example.org:8443/") == "https://atlas.example.org:8443/"
    assert link(site="https://[::1]:8443/") == "https://[::1]:8443/"
    assert link(site="http://x/", Host='x"><script>') == "./"


def test_the_site_has_them_before_all_else():
    paths = [route.path for route in Site(ROOT / "atlas/ui/styles", ROOT / "atlas/ui/client", "/atlas").routes]
    assert {f"/atlas/cite.{form}" for form in FORMS} <= set(paths)
