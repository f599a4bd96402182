"""Take the README's picture from the running app: docs/screenshot.png, light, 1400 pixels wide, one voyage chosen."""

from tools.browser import chromium, open_map
from tools.server import ROOT, serve

CHOSEN = "sel=event.gromkiy-sovershenniy-voyage-2023&from=2023-05-01&to=2023-08-31"
LIMIT = 400_000


def main() -> None:
    """Start the app, open the view, wait until it is painted and its fonts are there, and save the picture."""
    target = ROOT / "docs" / "screenshot.png"
    target.parent.mkdir(exist_ok=True)
    with serve() as server, chromium() as browser:
        page = browser.new_page(viewport={"width": 1400, "height": 875}, color_scheme="light")
        inside = open_map(page, server.url, CHOSEN)
        for each in (page, inside):
            each.evaluate("document.fonts.ready")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=target)
    size = target.stat().st_size
    print(f"{target.relative_to(ROOT)}: {size:,} bytes" + (f", more than {LIMIT:,}" if size > LIMIT else ""))


if __name__ == "__main__":
    main()
