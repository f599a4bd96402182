"""Where the site lies for whoever asks: its public address, as the request names it."""

import re
from typing import Final

from starlette.requests import Request

_HOST: Final = re.compile(r"[\w.-]+(:\d{1,5})?|\[[0-9a-fA-F:.]+\](:\d{1,5})?", re.ASCII)


def site_address(request: Request, base: str) -> str:
    """Give the address of the site, with a slash at its end.

    Parameters
    ----------
    request : Request
        Behind a proxy on this machine its scheme is that of `X-Forwarded-Proto`, which uvicorn heeds.
    base : str
        Path below which the site lies, without a slash at its end; empty for the root.

    Returns
    -------
    str
        Such as `https://atlas.example.org/`; empty where the request names no host that could be one.
    """
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        return ""
    return f"{request.url.scheme}://{host}{request.scope.get('root_path', '')}{base}/"


def site_root(request: Request, base: str) -> str:
    """Give the address of the site as `site_address` does; where that is not known, its path: `/` or `/atlas/`."""
    return site_address(request, base) or f"{request.scope.get('root_path', '')}{base}/"
