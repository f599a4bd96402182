"""Open the dashboard in the reader's browser as soon as it answers; where there is no screen, say its address."""

import os
import sys
import webbrowser

from tools.server import wait_until_healthy


def has_screen() -> bool:
    """Tell whether a browser window could be seen here."""
    return sys.platform in {"darwin", "win32"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main(host: str, port: str) -> None:
    """Wait for the server, then open or say its address."""
    reachable = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104 (compared, not bound)
    url = f"http://{reachable}:{port}"
    if not wait_until_healthy(url, seconds=60):
        return  # the server has said why on its own output
    if not (has_screen() and webbrowser.open(url)):
        print(f"The atlas is open at {url} (Ctrl-C ends it)", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
