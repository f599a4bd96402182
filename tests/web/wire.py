"""Asks a server for a URL and gives back what came over the wire."""

import http.client
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urlsplit, urlunsplit


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
