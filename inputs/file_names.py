"""The name of a file as text, whatever the machine makes of its bytes."""

import os
from pathlib import Path


def shown(path: Path | str) -> str:
    """Give the name of a file as it is told, written and hashed; bytes that are no UTF-8 become a question mark.

    A name that came out of an old zip, or a machine that reads names as ASCII, gives a text that no file can hold.

    >>> shown(Path("casus.xlsx"))
    'casus.xlsx'
    """
    name = path if isinstance(path, str) else path.name
    return os.fsencode(name).decode("utf-8", "replace")
