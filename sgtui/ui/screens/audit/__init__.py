"""Auditing files: the audits there are, one audit, one file, and the checklist."""
