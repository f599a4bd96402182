"""The straits in a browser: circles and numbers lead to the passages that they count, by pointer and by keyboard."""

from playwright.sync_api import Page, expect

from atlas.catalog import default_catalog
from atlas.catalog.tally import tallies
from tools.server import Server


def test_circles_and_numbers_lead_to_their_passages(page: Page, server: Server):
    real = default_catalog()
    counted = tallies(real.passings, real.layers["events"].rows)
    page.goto(f"{server.url}/straits")
    map_ = page.frame_locator(".st-key-beside-gates iframe")
    circles = map_.locator("a.count")
    expect(circles).to_have_text([str(tally.all) for tally in counted])
    first = circles.first
    expect(first).to_have_attribute(
        "aria-label",
        f"Tsushima Strait. {counted[0].all} passages told, 10 by aircraft. 18 to the East China Sea. 20 to the Sea of Japan. 1 with no direction told",
    )
    boxes = first.evaluate(
        "(one) => [...one.closest('.counts').querySelectorAll('a')].map((a) => { const b = a.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2, b.width / 2]; })"
    )
    assert all(
        ((x - a) ** 2 + (y - b) ** 2) ** 0.5 > r + s for i, (x, y, r) in enumerate(boxes) for a, b, s in boxes[:i]
    )
    assert boxes[0][2] > boxes[1][2] > boxes[2][2]

    # A number of the table leads to as many rows.
    number = page.locator(".by-year a.num[href*='id=soya'][href*='year=2022']")
    expected = int(number.get_attribute("data-count") or 0)
    number.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Soya (La Perouse) Strait")
    expect(page.locator(".passages tbody tr")).to_have_count(expected)
    expect(page.locator(".st-key-beside-strait iframe")).to_be_visible()
    page.go_back()

    # By keyboard a circle is reached, says what it is, and leads on.
    expect(circles).to_have_count(len(counted))
    miyako = map_.get_by_role("link", name="Miyako Strait.")
    miyako.focus()
    expect(map_.locator(".event-card")).to_contain_text("to the East China Sea")
    miyako.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Miyako Strait")

    # On a phone nothing is wider than the screen, and each passage is read without scrolling sideways.
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator(".passages tbody tr").first).to_be_visible()
    wide = "() => [document.documentElement.scrollWidth, ...[...document.querySelectorAll('.passages tr')].map((row) => row.getBoundingClientRect().right)]"
    assert max(page.evaluate(wide)) <= 390
