"""`python -m sgtui`: the same command as `sgtui`."""

import sys

from sgtui.cli import main

if __name__ == "__main__":
    sys.exit(main())
