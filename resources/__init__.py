"""What the program carries with it: fonts with their licences, icons, the plan, the demo.

Nothing here has behaviour; ``path`` alone says where a file lies, in a checkout as in an installed
package.
"""

from __future__ import annotations

from pathlib import Path

_HOME = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """The place of a bundled file, given relative to this folder (``"fonts/X.ttf"``).

    The file is not opened and may be missing: whoever reads it says what that means.
    """
    return _HOME / name
