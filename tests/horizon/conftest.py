"""The builders of the tests of one quarter are used here too: ``from cases import example``."""

import sys
from pathlib import Path

sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[1] / "optimizer")]
