"""Use cases over plain data: what the desk and the command line do with the record."""
