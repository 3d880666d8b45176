"""Where things are: boundaries, distances and the schematic fallback map."""
