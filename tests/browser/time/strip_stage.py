"""A bare page with the real strip of time on made-up counts: no server, no Streamlit, no map."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from playwright.sync_api import Browser, Page, Route

from atlas import look
from atlas.catalog.columns import days
from atlas.web.scripts import Scripts
from tools.server import ROOT

HOST = "http://strip.test"
UI = ROOT / "atlas" / "ui"
SHEETS = ("10-frame.css", "20-map.css", "30-time.css", "90-phone.css")
SPAN = (date(2010, 1, 1), date(2023, 12, 31))
JULY = (date(2023, 7, 1), date(2023, 7, 31))
PAGE = """<!doctype html><html lang=en><head><meta name=viewport content="width=device-width">
<title>Strip</title><style>{style} body {{margin: 0}} .st-key-time {{font-size: 14px}}</style></head>
<body class=stApp><div class=st-key-time id=host><div class=strip></div></div><script type=module>
import mount from '/time.js';
window.heard = []; window.frames_ = 0;
const tick = () => {{ window.frames_++; requestAnimationFrame(tick); }};
tick();
for (const name of ['preview', 'did']) document.addEventListener(`atlas:${{name}}`, ({{detail}}) => {{
  if (!detail.by || detail.by === 'strip') window.heard.push({{name, detail, frame: window.frames_}});
}});
window.show = (data) => {{ window.stop = mount({{parentElement: document.getElementById('host'), data}}); }};
</script></body></html>"""


def month_row(month: date, **kinds: int) -> list[int]:
    """Give one row of counts; kinds are named with `_` for `-`."""
    row = dict.fromkeys(look.KINDS, 0) | {kind.replace("_", "-"): n for kind, n in kinds.items()}
    return [(month.year - 1970) * 12 + month.month - 1, *row.values()]


COUNTS = [
    month_row(date(2012, 4, 1), naval_exercise=1),
    month_row(date(2019, 7, 1), air_patrol=2),
    month_row(date(2023, 7, 1), naval_exercise=3, transit=2, port_call=1),
]


@dataclass
class StripStage:
    """The page with the strip on it."""

    page: Page
    span: tuple[date, date] = SPAN
    counts: dict[str, list[list[int]]] = field(default_factory=lambda: {"/months": COUNTS})
    errors: list[str] = field(default_factory=list)

    def show(self, months: str = "/months") -> None:
        """Lay out the strip, and wait for its bars."""
        self.lay_out(months)
        self.page.wait_for_selector(".strip-bars > *")
        self.settle()

    def lay_out(self, months: str = "/months") -> None:
        """Lay out the strip, and tell it where its counts lie, as the bridge does."""
        self.page.evaluate("(data) => show(data)", {"span": [days(day) for day in self.span]})
        self._hear({"page": {"months": months}})

    def state(self, first: date, last: date) -> None:
        """Tell a state as the bridge does."""
        self._hear({"from": days(first), "to": days(last)})

    def _hear(self, change: dict[str, Any]) -> None:
        whole = {"from": days(self.span[0]), "to": days(self.span[1])}
        script = """([whole, change]) => {
            const detail = document.atlasState = {...(document.atlasState || whole), ...change};
            document.dispatchEvent(new CustomEvent('atlas:state', {detail}));
        }"""
        self.page.evaluate(script, [whole, change])
        self.settle()

    def settle(self) -> None:
        self.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    @property
    def range(self) -> tuple[date, date]:
        """The range that the handles say."""
        first, last = (int(self.handle(end).get_attribute("aria-valuenow") or "nan") for end in ("from", "to"))
        return date.fromordinal(EPOCH + first), date.fromordinal(EPOCH + last)

    def handle(self, end: str) -> Any:
        return self.page.get_by_role("slider", name={"from": "First", "to": "Last"}[end])

    def type_day(self, iso: str) -> None:
        """Type a day, possible or not, into the date input that has the focus, in the order that this browser asks for."""
        year, month, day = iso.split("-")
        probe = "() => new Date(Date.UTC(2001, 10, 22)).toLocaleDateString(navigator.language)"
        self.page.keyboard.type(
            month + day + year if self.page.evaluate(probe).startswith("11") else day + month + year
        )

    def x(self, edge: date) -> float:
        """Where on the page a day begins."""
        box = self.page.locator(".strip-plot").bounding_box()
        assert box
        first, last = (day.toordinal() for day in self.span)
        return box["x"] + (edge.toordinal() - first) / (last - first + 1) * box["width"]

    @property
    def y(self) -> float:
        """The middle of the bars."""
        box = self.page.locator(".strip-bars").bounding_box()
        assert box
        return box["y"] + box["height"] / 2

    def drag(self, start: float, *stops: float, let: bool = True) -> None:
        """Press the mouse at a place, move it by way of others, and let it go."""
        mouse = self.page.mouse
        mouse.move(start, self.y)
        mouse.down()
        for x in stops:
            mouse.move(x, self.y, steps=8)
            self.settle()
        if let:
            mouse.up()
            self.settle()

    def heard(self, name: str) -> list[Any]:
        """Give the details of all events of a name so far."""
        return [one["detail"] for one in self.page.evaluate("heard") if one["name"] == name]

    @property
    def did(self) -> list[tuple[date, date]]:
        """The ranges that Python was told."""
        told = [one["range"] for one in self.heard("did")]
        return [(date.fromordinal(EPOCH + first), date.fromordinal(EPOCH + last)) for first, last in told]


EPOCH = date(1970, 1, 1).toordinal()


def raise_strip(browser: Browser, look_: Mapping[str, Any] | None = None, **strip: Any) -> StripStage:
    """Make the page; nothing is served to it but itself, its script and its counts."""
    page = browser.new_page(**({"viewport": {"width": 1400, "height": 400}} | dict(look_ or {})))
    stage = StripStage(page, **strip)
    style = look.token_css() + "\n".join((UI / "styles" / sheet).read_text(encoding="utf-8") for sheet in SHEETS)
    script = Scripts(UI / "client").contents["time"]

    def serve(route: Route) -> None:
        path = route.request.url.removeprefix(HOST)
        if path == "/":
            route.fulfill(body=PAGE.format(style=style), content_type="text/html")
        elif path == "/time.js":
            route.fulfill(body=script, content_type="text/javascript")
        elif path in stage.counts:
            route.fulfill(body=json.dumps({"months": stage.counts[path]}), content_type="application/json")
        else:
            route.fulfill(status=404)

    page.on("pageerror", lambda error: stage.errors.append(str(error)))
    page.route("**/*", serve)
    page.goto(HOST)
    page.wait_for_function("() => Boolean(window.show)")
    return stage
