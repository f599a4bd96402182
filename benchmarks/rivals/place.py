"""Where all maps open, and how high the rivals' are."""

CENTRE, ZOOM, HEIGHT = (35.1, 131.6), 4, 600
