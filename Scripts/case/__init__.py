"""Builds a bundled case: raw public files in, the normalised case format out."""
