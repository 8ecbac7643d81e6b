"""A body map drawn and told: on a page of its own, in a document, and as plain lines."""
