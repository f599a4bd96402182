"""The legend on the real page: it switches layers, the link holds them, and an embedded map has it too."""

from playwright.sync_api import Frame, Page, expect

from tests.browser.driving import LAYER, stay_here, wait_for_address
from tools.browser import frame, open_map
from tools.server import Server


def switch(inside: Frame, name: str):
    return inside.locator(".legend").get_by_role("checkbox", name=name)


def opened(page: Page, url: str, query: str = "") -> Frame:
    inside = open_map(page, url, query)
    legend = inside.locator(".legend")
    expect(legend).to_be_visible()
    if legend.get_attribute("open") is None:
        legend.locator("summary").click()
    return inside


def test_a_layer_is_gone_in_the_next_frame_and_stays_so_after_a_reload(page: Page, server: Server):
    inside = opened(page, server.url)
    gates = inside.locator(".gates .gate")
    expect(gates.first).to_be_attached()
    stay_here(page, 34, 130, 6)
    frames = inside.evaluate(
        """() => { document.querySelector('.legend input[name=layer-straits]').click();
        return new Promise((done) => { let n = 0; const look = () => { n++;
            if (!document.querySelector('.gates .gate')) done(n); else requestAnimationFrame(look); };
            requestAnimationFrame(look); }); }"""
    )
    assert frames <= 2
    wait_for_address(page, "show=seas.places.zones.legs")
    assert inside.evaluate("window.stayed"), "the map was built anew"
    page.wait_for_timeout(500)
    expect(gates).to_have_count(0)

    page.reload()
    inside = opened(page, page.url.partition("?")[0].rstrip("/"), page.url.partition("?")[2])
    expect(switch(inside, "Straits")).not_to_be_checked()
    expect(switch(inside, "Air zones")).to_be_checked()
    expect(inside.locator(".gates .gate")).to_have_count(0)
    expect(inside.locator(".gates .zone").first).to_be_attached()


def test_several_switches_in_a_row_end_in_the_link_and_in_the_map_alike_and_back_takes_one_back(
    page: Page, server: Server
):
    inside = opened(page, server.url, "from=2021-01-01&v=1")
    for name in ("Grid", "All sightings", "Ways", "Sea names"):
        switch(inside, name).click()
    wait_for_address(page, "show=places.straits.zones.sightings.grid")
    page.wait_for_timeout(600)
    for name, on in (("Grid", True), ("All sightings", True), ("Ways", False), ("Sea names", False)):
        expect(switch(inside, name)).to_be_checked(checked=on)
    assert inside.evaluate(f"['grid', 'sightings', 'legs', 'seas'].map((name) => {LAYER}.has(name))") == [
        True, True, False, False,
    ]  # fmt: skip
    # Another switch is another step, once Python has answered the last.
    page.wait_for_function("document.atlasState.layers !== undefined")
    switch(inside, "Ports").click()
    wait_for_address(page, "show=straits.zones.sightings.grid")
    page.wait_for_timeout(600)
    page.go_back()
    expect(switch(inside, "Ports")).to_be_checked()
    expect(switch(inside, "Grid")).to_be_checked()


def test_an_embedded_map_has_its_legend_with_all_kinds_and_its_switches_work(page: Page, server: Server):
    inside = opened(page, server.url, "embed=true")
    expect(inside.locator(".legend-kinds li").first).to_be_visible()
    switch(inside, "Ports").click()
    expect(inside.locator(".gates .place")).to_have_count(0)


def test_on_a_phone_the_legend_opens_as_a_sheet_over_the_map(page: Page, server: Server):
    page.set_viewport_size({"width": 390, "height": 844})
    inside = open_map(page, server.url)
    inside.get_by_text("Legend", exact=True).click()
    expect(inside.locator(".legend-kinds li").first).to_be_visible()
    switch(inside, "Grid").click()
    wait_for_address(page, "grid")
    assert frame(page).evaluate("document.documentElement.scrollWidth") <= 390
