"""Figures: the current view drawn for print (PNG, SVG, PDF), and as the preview that a link unfurls to."""
