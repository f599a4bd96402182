"""What must not happen on a page: script errors, console errors, requests to other hosts."""

from urllib.parse import urlsplit

from playwright.sync_api import Page


class Watch:
    """Collects the sins of every page it follows."""

    def __init__(self, own: str) -> None:
        self.own = urlsplit(own).netloc
        self.errors: list[str] = []
        self.foreign: list[str] = []

    def follow(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.errors.append(f"page error: {error}"))
        page.on("console", lambda message: message.type == "error" and self.errors.append(f"console: {message.text}"))
        page.on("request", lambda request: self.note(request.url))
        page.on("websocket", lambda socket: self.note(socket.url))

    def note(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != self.own:
            self.foreign.append(url)
