"""Cell suppression: which numbers of a table stay hidden, so that nobody can compute the small ones."""
