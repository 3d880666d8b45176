"""The composition root: the command line that reads, decides and shows."""
