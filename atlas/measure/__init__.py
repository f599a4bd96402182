"""Measures of the field: lengths and directions on the ellipsoid, gates crossed, speeds implied."""
