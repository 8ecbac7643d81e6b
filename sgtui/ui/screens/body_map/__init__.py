"""The body map on screen: drawing one, a person's maps in time, and any two side by side."""
