"""Shared by all tests: this file's place puts `tests/` on the import path, so that any test may use its builders."""
