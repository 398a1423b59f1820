"""The pages of the window; each composes widgets, table models and operations."""
