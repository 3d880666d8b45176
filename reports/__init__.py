"""What is shown: words, tables, the workbook, the map and the run folder; nothing here decides."""
