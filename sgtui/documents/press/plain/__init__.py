"""How a document becomes lines of text: their width, their tables, their charts."""
