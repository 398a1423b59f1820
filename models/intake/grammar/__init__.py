"""The grammar of official plans: numbered lines to a draft and findings. Standard library alone."""
