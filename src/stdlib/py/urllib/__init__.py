"""urllib: URLs."""
