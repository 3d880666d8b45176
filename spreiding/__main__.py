"""Lets ``python -m spreiding`` do what the command ``spreiding`` does."""

from spreiding.cli import main

if __name__ == "__main__":
    main()
