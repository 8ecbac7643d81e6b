"""What the screens say of a case: its header, chronology, next step and whom to ring, in words."""
