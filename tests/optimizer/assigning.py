"""Small tables for an explicit assignment problem."""

import pandas as pd

NO = float("nan")


def homes(persons, **more):
    return pd.DataFrame({"persons": persons, **more}, [f"H{k + 1}" for k in range(len(persons))])


def places(capacity, **more):
    return pd.DataFrame({"capacity_persons": capacity, **more}, [f"G{k + 1}" for k in range(len(capacity))])


def grid(rows):
    columns = len(rows[0]) if rows else 0
    return pd.DataFrame(rows, [f"H{k + 1}" for k in range(len(rows))], [f"G{k + 1}" for k in range(columns)])


def placed(result):
    return {h: g for h, g in result.placements.items() if not pd.isna(g)}
