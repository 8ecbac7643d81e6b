"""The desk on the terminal: everything that imports Textual lives in this room."""
