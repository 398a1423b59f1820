"""Where the office's settings stand in the ledger; reads and writes share these names."""

from __future__ import annotations

BUREAU_KEY = "bureau"
THRESHOLDS_KEY = "thresholds"
PAPERS_KEY = "papers"
LIGHTS_KEY = "lights"
