"""What the sheets of the workbook that have no table of their own must say, from run.json and gemeenten.csv."""
