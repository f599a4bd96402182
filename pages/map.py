"""The map page: filters, sentence, map, strip of time, and the panel of what is selected."""

import streamlit as st

from atlas.catalog import default_catalog
from atlas.ui import address, dates, filters, head, kinds, later, mapview, shown
from atlas.ui.embedding import Embedding

address.whole_run()
view, ignored = address.read()
embedded = st.context.is_embedded
embedding, strange = Embedding.read(address.own(), embedded=embedded)
mapview.show(view, embedding if embedded else None)
shown.show(embedded=embedded)
head.notices(ignored + list(strange.values()), own=tuple(strange))
if not embedded and not later.opening():
    kinds.show()
    dates.show(view)
    filters.show(default_catalog(), view)
