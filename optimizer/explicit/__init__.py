"""An explicit assignment problem: plain tables and a score matrix in, placements with a proof out."""
