"""The theme of an embedded map: its address says `theme=dark`, Streamlit heeds only a key of its own.

The script stands in the page's head and runs before Streamlit's, so that nothing is painted in another theme first.
"""

from typing import Final

THEME_SCRIPT: Final = (
    "<script>(() => {"
    'const asked = new URLSearchParams(location.search), theme = asked.get("theme");'
    'if (asked.get("embed") !== "true" || !["light", "dark"].includes(theme) || asked.has("embed_options")) return;'
    'asked.set("embed_options", `${theme}_theme`);'
    "history.replaceState(history.state, '', `?${asked}`);"
    "})()</script>"
)
