"""读入工作要点: a plan is read, looked at beside its original, mended and begun."""

from __future__ import annotations
