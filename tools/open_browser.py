"""Say the dashboard's address as soon as it answers, and open it in the reader's browser where there is a screen."""

import os
import sys
import webbrowser

from tools.server import wait_until_healthy


def has_screen() -> bool:
    """Tell whether a browser window could be seen here."""
    return sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main(host: str, port: str) -> None:
    """Wait for the server; where it does not come up, it says why itself."""
    reachable = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104 (compared, not bound)
    url = f"http://[{reachable}]:{port}" if ":" in reachable else f"http://{reachable}:{port}"
    if wait_until_healthy(url, seconds=60):
        print(f"Joint Sea Atlas is open at {url} (Ctrl-C ends it)", flush=True)
        if has_screen():
            webbrowser.open(url)


if __name__ == "__main__":
    main(*sys.argv[1:])
