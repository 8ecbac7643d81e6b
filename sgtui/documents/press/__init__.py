"""The press: a made document as lines, PDF, CSV or JSON, and the new files it is written to."""
