"""Puts the handbook into the built package; everything else stands in pyproject.toml.

docs/使用手册.md is read on the web and in the window (F1). An installed program has no docs folder, so
the build lays the handbook and its pictures beside the other resources.
"""

from __future__ import annotations

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).resolve().parent


class BuildWithManual(build_py):
    """Copies docs/使用手册.md and docs/pictures to resources/manual of the build."""

    def run(self) -> None:
        """Build, then copy; an editable install reads the handbook from docs itself."""
        super().run()
        if self.editable_mode:
            return
        target = Path(self.build_lib) / "resources" / "manual"
        for source in (HERE / "docs" / "使用手册.md", *(HERE / "docs" / "pictures").glob("*.png")):
            copy = target / source.relative_to(HERE / "docs")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(source.read_bytes())


setup(cmdclass={"build_py": BuildWithManual})
