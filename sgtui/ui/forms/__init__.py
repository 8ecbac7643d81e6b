"""The form for any kind of entry and of register entry, made from what its fields ask."""
