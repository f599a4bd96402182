"""The middleware of the pages: Streamlit's bare page gets our title, style and icon, every answer its headers.

Streamlit answers any address with its page; where none of ours lies, the answer is 404 and a page that says so.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from atlas.lettering import FACES
from atlas.web.asset import ASK_FIRST, Asset
from atlas.web.chunks import early
from atlas.web.embed import THEME_SCRIPT
from atlas.web.head import Heads, general
from atlas.web.kept import Kept
from atlas.web.missing import missing

TITLE: Final = "Joint Sea Atlas"
DESCRIPTION: Final = (
    "An interactive atlas of joint Chinese and Russian exercises, patrols, flights and transits in and around the Sea "
    "of Japan, the East China Sea and the western Pacific, with a source behind every fact."
)
FEED: Final = "New and corrected events"
PAGES: Final = {
    "": "Map",
    "timeline": "Timeline",
    "events": "Events",
    "ships": "Ships",
    "straits": "Straits",
    "coasts": "Coasts",
    "compare": "Compare",
    "story": "July 2023",
    "method": "Data and method",
}
"""Path and title of each page of the header; its script in pages/ has the name of its path (`map` for none)."""
HIDDEN: Final[dict[str, str]] = {
    "event": "Event",
    "ship": "Ship",
    "strait": "Strait",
    "sightings": "Sightings",
    "sources": "Sources",
    "take": "Take it with you",
}
"""The same of each page that only other pages lead to: what is known of one thing, or the list behind a number."""
NARROWING: Final = ("begun", "place", "source", "publishers", "part", "also")
"""The keys of the list of events that leave some of them out."""
OWN_KEYS: Final[dict[str, tuple[str, ...]]] = {
    "": ("legend", "controls", "theme"),
    "events": ("q", "sort", *NARROWING),
    "event": ("id",),
    "ships": ("q", "sort"),
    "ship": ("id",),
    "strait": ("id", "how", "year", "way", "by", "q", "sort"),
    "story": ("id", "step", "claims"),
    "sightings": ("q", "sort", "event", "rests", "drawn"),
    "sources": ("q", "sort", "event", "sighting", "weak"),
    "method": ("about",),
    "coasts": ("coast", "zone", "of", "where", "q", "sort"),
}
"""The keys of a link that only one page knows, by its path; all pages know those of a View."""
PROGRAMS: Final = "api/"
"""Below this lies no page, though what lies there has no ending."""
# No X-Frame-Options: that others may embed the map is wanted.
SECURITY: Final = {
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
# What would bring back Streamlit's own page: parts of it, a packed one, or word that it has not changed.
_DROPPED: Final = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"if-range", b"range")
_MARK: Final = b"<title>Streamlit</title>"
_HERE: Final = "<!-- what the link says -->"
MOST_KEPT: Final = 256
MOST_BYTES: Final = 4_000_000
QUALITY: Final = 4
_OWN_FONT: Final = re.compile(r'<link\s+rel="preload"\s+href="[^"]*SourceSans[^"]*"[^>]*>')
_OWN_ICON: Final = re.compile(r'<link rel="shortcut icon"[^>]*>')


def dressed(
    page: str, style: str, modules: Mapping[str, str], ahead: Iterable[str] = (), told: str | None = None
) -> str:
    """Give Streamlit's page with our title, description, icon, style and font.

    Parameters
    ----------
    page : str
        The page as Streamlit serves it.
    style : str
        Path of the pages' style sheet, relative to the site.
    modules : mapping of str to str
        Names and paths of the modules that the pages' components import.
    ahead : iterable of str
        Paths of files that the map's frame will ask for; the browser fetches them while Streamlit starts.
    told : str, optional
        Title, description and what else the head says of the link, as HTML; by default only those of the atlas.
    """
    font = f'<link rel="preload" href="./assets/fonts/{FACES[0].file_name}" as="font" type="font/woff2" crossorigin>'
    head = f'{general(TITLE, DESCRIPTION) if told is None else told}<link rel="stylesheet" href="./{style}">'
    head += f'<link rel="alternate" type="application/atom+xml" title="{FEED}" href="./feed.atom">'
    imports = json.dumps({"imports": {name: f"./{path}" for name, path in modules.items()}})
    head += f'<script type="importmap">{imports}</script>{THEME_SCRIPT}'
    later = "".join(f'<link rel="prefetch" href="./{path}">' for path in ahead)
    page = page.replace(
        "</head>", "".join(f'<link rel="modulepreload" href="./{path}">' for path in early(page)) + "</head>", 1
    )
    page = page.replace(_MARK.decode(), f"{head}{later}", 1)
    page = _OWN_ICON.sub('<link rel="icon" type="image/svg+xml" href="./assets/favicon.svg">', page, count=1)
    return _OWN_FONT.sub(font, page, count=1)


class Pages:
    """ASGI middleware.

    Parameters
    ----------
    app : ASGIApp
        Streamlit.
    style : str
        Path of the pages' style sheet, relative to the site.
    modules : mapping of str to str
        Names and paths of the modules that the pages' components import.
    ahead : callable
        Gives the paths of files that the map's frame will ask for, as far as they are made.
    base : str
        Path below which the site lies, without a slash at its end; empty for the root.
    """

    def __init__(
        self,
        app: ASGIApp,
        style: str,
        modules: Mapping[str, str],
        ahead: Callable[[], Sequence[str]] = tuple,
        base: str = "",
    ) -> None:
        self.app = app
        self.base = base
        self.style = style
        self.modules = modules
        self.ahead = ahead
        self.heads = Heads(TITLE, DESCRIPTION, PAGES | HIDDEN, base)
        self._halves: tuple[tuple[bytes, tuple[str, ...]], tuple[str, str]] | None = None
        self._kept = Kept(MOST_KEPT, MOST_BYTES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; add headers to what comes back, and dress the page if it is Streamlit's own."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, _with_headers(send))
        elif "." in scope["path"].rpartition("/")[2] or scope["path"].startswith(f"{self._home(scope)}{PROGRAMS}"):
            await self._file(scope, receive, send)
        else:
            await self._page(scope, receive, send)

    async def _file(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a file on; a page in its place, other than a component's own, says that there is no such file."""
        own = scope["path"].startswith(f"{self._home(scope)}component/")
        asked = dict(scope)  # routing writes into the scope
        passing, instead = _with_headers(send), False

        async def sift(message: Message) -> None:
            nonlocal instead
            instead = instead or (message["type"] == "http.response.start" and _is_page(message) and not own)
            if not instead:
                await passing(message)

        await self.app(scope, receive, sift)
        if instead:
            await self._missing(asked, receive, send)

    def _home(self, scope: Scope) -> str:
        """Give the path of the site as the reader's browser knows it."""
        return f"{scope.get('root_path', '')}{self.base}/"

    async def _missing(self, scope: Scope, receive: Receive, send: Send) -> None:
        await missing(TITLE, PAGES, self._home(scope), self.style)(scope, receive, _with_headers(send))

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        kept = [(name, value) for name, value in scope["headers"] if name.lower() not in _DROPPED]
        started: list[Message] = []
        content = bytearray()
        passing = _with_headers(send)

        async def gather(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_page(message):
                started.append(message)
            elif not started:
                await passing(message)
            elif message["type"] == "http.response.body":
                content.extend(message.get("body", b""))
                if not message.get("more_body", False):
                    await self._answer(scope, receive, send, started[0], bytes(content))

        await self.app({**scope, "method": "GET", "headers": kept}, receive, gather)

    async def _answer(self, scope: Scope, receive: Receive, send: Send, start: Message, content: bytes) -> None:
        if _MARK not in content:
            await _with_headers(send)(start)
            await send({"type": "http.response.body", "body": content})
            return
        page = scope["path"].removeprefix(self._home(scope)).rstrip("/")
        if page not in PAGES | HIDDEN:
            await self._missing(scope, receive, send)
            return
        request = Request(scope)
        head = await self.heads.of(request, page)
        ahead = tuple(self.ahead())
        asset = self._kept.get((content, head, ahead))
        if asset is None:
            before, after = self._sides(content, ahead)
            # Packing this at a high level would take longer than all else, and each link has a page of its own.
            asset = Asset(f"{before}{head}{after}".encode(), ".html", ASK_FIRST, QUALITY)
            self._kept.put((content, head, ahead), asset)
        await asset.answer(request)(scope, receive, _with_headers(send))

    def _sides(self, content: bytes, ahead: tuple[str, ...]) -> tuple[str, str]:
        """Give the dressed page before and after what its head says of the link; dressing it takes longest."""
        if self._halves is None or self._halves[0] != (content, ahead):
            before, _, after = dressed(content.decode(), self.style, self.modules, ahead, _HERE).partition(_HERE)
            self._halves = ((content, ahead), (before, after))
        return self._halves[1]


def _is_page(start: Message) -> bool:
    return start["status"] == 200 and Headers(raw=start["headers"]).get("content-type", "").startswith("text/html")


def _with_headers(send: Send) -> Send:
    async def sender(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in SECURITY.items():
                headers.setdefault(name, value)
        await send(message)

    return sender
