"""The record on disk: tables, driver, chain, keys. Only wiring opens it."""
