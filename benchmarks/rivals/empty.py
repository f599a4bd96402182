"""The floor of a page: a slider, and what its range is."""

from datetime import date

import streamlit as st

from benchmarks.rivals.common import chosen

st.set_page_config(layout="wide")
first, last = chosen(date(2005, 1, 1), date(2026, 12, 31))
st.caption(f"{(last - first).days} of 8034 events shown")
