"""What every test stands on: no setting of the developer's terminal reaches Textual.

Textual reads its environment when it is imported, so this happens before any test module is.
Only the snapshot plug-in's own variable stays: it tells the test processes where to report.
"""

import os

for _name in list(os.environ):
    unwanted = _name == "NO_COLOR" or _name.startswith("TEXTUAL")
    if unwanted and _name != "TEXTUAL_SNAPSHOT_TEMPDIR":
        del os.environ[_name]

from hypothesis import settings  # noqa: E402

settings.register_profile("desk", deadline=None)
settings.load_profile("desk")
