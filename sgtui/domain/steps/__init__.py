"""What may be recorded about each duty, by family; `next_step` offers it under F4."""
