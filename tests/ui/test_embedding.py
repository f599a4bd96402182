"""The switches of an embedded map, without a browser."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.opened import opened


@pytest.fixture
def embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.is_embedded", property(lambda _: True))


def script(app: AppTest) -> str:
    (component,) = app.get("component_instance")
    told: str = json.loads(component.proto.json_args)["script"]
    return told


def notices(app: AppTest) -> str:
    return "\n".join(element.value for element in app.markdown)


@pytest.mark.usefixtures("layers", "embedded")
def test_legend_and_controls_are_there_unless_switched_off():
    usual, bare = script(opened()), script(opened(legend="off", controls="off", theme="dark"))
    assert all(f'"{switch}": true' in usual for switch in ("embed", "legend", "controls"))
    assert '"embed": true' in bare
    assert all(f'"{switch}": false' in bare for switch in ("legend", "controls"))


@pytest.mark.usefixtures("layers", "embedded")
def test_what_a_switch_cannot_be_is_named_and_what_is_usual_shown():
    app = opened(legend="maybe", theme="sepia", controls="off")
    for named in ("legend=`maybe`; allowed: on, off", "theme=`sepia`; allowed: light, dark"):
        assert named in notices(app)
    assert '"legend": true' in script(app)
    assert '"controls": false' in script(app)
    assert "controls" not in notices(app)


@pytest.mark.usefixtures("layers")
def test_on_the_map_page_itself_the_switches_are_named_and_leave_the_address_with_their_notice():
    app = opened(legend="off", kind="air-patrol")
    assert "legend=`off`; allowed: legend beside embed=true" in notices(app)
    assert '"legend": true' in script(app)
    app.button(key="mend").click().run()
    assert "legend" not in app.query_params
    assert "kind" in app.query_params
    assert notices(app) == ""
