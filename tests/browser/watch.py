"""What must not happen on a page: script errors, console errors, requests to other hosts."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page

# Opened at a page's own address, Streamlit first asks below that page for its server, then finds it at the root.
PROBE = re.compile(r"/\w+/_stcore/(health|host-config)$")


class Watch:
    """Collects the sins of every page it follows."""

    def __init__(self, own: str) -> None:
        self.own = urlsplit(own).netloc
        self.errors: list[str] = []
        self.foreign: list[str] = []

    def follow(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.errors.append(f"page error: {error}"))
        page.on("console", self.hear)
        page.on("request", lambda request: self.note(request.url))
        page.on("websocket", lambda socket: self.note(socket.url))

    def hear(self, message: ConsoleMessage) -> None:
        where = message.location["url"]
        if message.type == "error" and not PROBE.search(where):
            self.errors.append(f"console: {message.text} {where}".strip())

    def note(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != self.own:
            self.foreign.append(url)
