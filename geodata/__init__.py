"""Where things are: boundaries, regions, neighbours, distances and the schematic fallback map."""
