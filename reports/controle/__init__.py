"""A run worked out step by step, so that a reader with a pocket calculator can redo it from the files alone."""
