"""Whether a run folder is true: its rules, goals and proof, recomputed from the files alone by code of its own."""
