"""The builders beside these tests are imported by name: ``from cases import example``."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
