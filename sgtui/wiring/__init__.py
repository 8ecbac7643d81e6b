"""Puts the rooms together: the only room that knows both the screens and the tables.

Nothing is imported at the top that costs time: the first frame is drawn before the record opens.
"""

from sgtui.wiring.addresses import data_folder, folder_of, is_there, own_url, url_of
from sgtui.wiring.app import crash_log, open_app
from sgtui.wiring.proofs import copy_case, database_id, press, seal, verify, verify_copy
from sgtui.wiring.records import (
    NewHome,
    Size,
    is_demo,
    make_demo,
    open_desk,
    open_door,
    open_for_checking,
    set_up_home,
    system_now,
)

__all__ = [
    "NewHome", "Size", "copy_case", "crash_log", "data_folder", "database_id", "folder_of",
    "is_demo", "is_there", "make_demo", "open_app", "open_desk", "open_door", "open_for_checking",
    "own_url", "press", "seal", "set_up_home", "system_now", "url_of", "verify", "verify_copy",
]  # fmt: skip
