"""The page 报告."""
