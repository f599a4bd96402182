"""What leaves the atlas: files, figures, citations and what describes them, made from catalog and view."""
