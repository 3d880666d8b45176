"""How many cases a long run draws for each property, or how often it kills each command; 0 in the normal suite."""

import os

EXAMPLES = int(os.environ.get("SPREIDING_EXAMPLES", "0"))
