"""The lists behind the counts: what is no page of the header, but what a number in the atlas leads to."""
