"""The practice: pure rules over stored facts and one `now`."""
