"""Joint Sea Atlas: what China and Russia do together at sea and in the air, with a source behind every fact."""
