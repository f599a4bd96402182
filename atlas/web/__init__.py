"""What the server gives beside the pages: files, fonts, headers."""

from atlas.web.routes import Site

__all__ = ["Site"]
