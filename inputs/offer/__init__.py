"""The offer sheet of a gemeente: one workbook that asks its homes, seats and places, and the way back into a case."""
