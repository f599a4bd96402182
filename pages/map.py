"""The map page: filters, sentence, map, strip of time, and the panel of what is selected."""

import streamlit as st

from atlas.catalog import default_catalog
from atlas.ui import address, dates, filters, head, kinds, mapview, shown

address.whole_run()
view, ignored = address.read()
embedded = st.context.is_embedded
mapview.show(view, embedded=embedded)
shown.show(embedded=embedded)
head.notices(ignored)
if not embedded:
    kinds.show()
    dates.show(view)
    filters.show(default_catalog(), view)
