"""What is printed or exported, from the services' data."""
