"""Workbooks that ask for the tables of a case, each column with its meaning, range and list of words."""
