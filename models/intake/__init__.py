"""Intake: an official plan as received, read into a draft and findings. Pure: no database, no Qt."""
