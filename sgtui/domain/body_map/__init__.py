"""The body map: where on a person something was seen, and how two maps compare."""
