"""A case with the gemeentecodes of an earlier year becomes one with those of today, sums preserved."""
