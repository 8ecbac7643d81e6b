"""What is drawn on a screen: one widget a file, each with its own style."""
