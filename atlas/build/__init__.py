"""From records to layers: locate, route, measure, write."""
