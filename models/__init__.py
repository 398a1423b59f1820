"""What is true: the plan as issued, what the bureau made of it, and the rules that judge it."""
