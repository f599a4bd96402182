"""Asks a server, or an app without one, for a URL and gives back what came over the wire."""

import asyncio
import http.client
from dataclasses import dataclass
from email.message import Message
from urllib.parse import unquote, urlsplit, urlunsplit


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes


def ask(url, method="GET", **headers):
    """Ask for a URL as it stands: nothing is followed, unpacked or added."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=60)
    try:
        target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
        connection.putrequest(method, target, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())
    finally:
        connection.close()


def ask_inside(app, target, method="GET", **headers):
    """Ask an ASGI app without a server or a socket; `target` is an address such as `https://host/path?query`."""
    parts = urlsplit(target)
    asked = {"Host": parts.netloc} | {name.replace("_", "-"): value for name, value in headers.items()}
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": parts.scheme,
        "path": unquote(parts.path),
        "raw_path": parts.path.encode(),
        "root_path": "",
        "query_string": parts.query.encode(),
        "headers": [(name.lower().encode(), value.encode()) for name, value in asked.items()],
        "server": (parts.hostname, parts.port),
        "client": ("127.0.0.1", 1),
    }
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    asyncio.run(app(scope, receive, send))
    told = Message()
    for name, value in sent[0]["headers"]:
        told[name.decode()] = value.decode()
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], told, b"" if method == "HEAD" else body)
