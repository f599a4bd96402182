"""The map page: filters, sentence, map, strip of time, and the panel of what is selected."""

import streamlit as st

from atlas.catalog import default_catalog
from atlas.ui import address, dates, filters, frame, head, mapview, side

catalog = default_catalog()
view, ignored = address.read()
embedded = st.context.is_embedded
address.remember(view)
head.show(catalog, view, embedded=embedded)
head.notices(ignored)
if not embedded:
    filters.show(catalog, view, frame.theme())
    dates.show(catalog, view)
mapview.show(catalog, view, frame.theme(), embedded=embedded)
if not embedded:
    head.empty(catalog, view)
    side.show(catalog, view)
