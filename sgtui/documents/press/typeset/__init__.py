"""How a document becomes pages: what fits on them, in which letters, in how many files."""
