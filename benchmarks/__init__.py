"""What the atlas costs, measured on the machine at hand."""
