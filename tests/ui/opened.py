"""A page of the dashboard without a browser, and what its address holds."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

MAIN = Path(__file__).parents[2] / "atlas" / "ui" / "main.py"


def opened(page: str | None = None, **query: str) -> AppTest:
    app = AppTest.from_file(MAIN, default_timeout=30)
    for key, value in query.items():
        app.query_params[key.rstrip("_")] = value
    # No browser tells that a page stands; what waits for that comes at once.
    app.session_state["stood"] = Path(page or "").stem
    app.run()
    if page:
        app.switch_page(page).run()
    assert not app.exception
    return app


def pairs(app: AppTest) -> dict[str, str]:
    held = {key: app.query_params[key] for key in app.query_params}
    return {key: value if isinstance(value, str) else value[-1] for key, value in held.items()}
