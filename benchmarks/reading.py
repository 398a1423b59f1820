"""How long reading takes, at four lengths up to 2 MB, for each of several hard texts.

Run it from the repository: ``python benchmarks/reading.py``. The aim is 5 seconds for 2 MB, and a
time that grows with the length: each line shows seconds, and seconds for a megabyte.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from models.intake import read_plan  # noqa: E402 - the path must be set first

SIZES = (250_000, 500_000, 1_000_000, 2_000_000)  # bytes of UTF-8


def texts(size: int) -> dict[str, bytes]:
    """Return one text of about ``size`` bytes for each way of being hard."""
    seed = (ROOT / "resources" / "plans" / "2021-sichuan.txt").read_text("utf-8").strip() + "\n"
    names = "".join(
        chr(0x4E00 + n % 5000) + chr(0x4E00 + n // 5000 % 5000) + "局、" for n in range(size // 12)
    )
    row = "一、抓公开\t公开政策信息。\t甲局、乙局\t丙局\t6月底前\n"
    return {
        "plan": _filled(seed, size),
        "run on": _filled(seed.replace("\n", ""), size),
        "units in a task": f"一、抓改革\n1.建机制。（{names}负责）\n".encode(),
        "unit lines": (
            "一、抓改革\n1.建机制。\n"
            + "".join(
                f"责任单位：{chr(0x4E00 + n % 20000)}{chr(0x4E00 + n // 20000)}局\n"
                for n in range(size // 26)
            )
        ).encode(),
        "brackets": _filled("1.建机制（甲局负责）。", size),
        "table": ("任务\t工作要求\t牵头单位\t配合单位\t完成时限\n").encode() + _filled(row, size),
        "open brackets": _filled("（“《[【", size),
        "numbers": _filled("1.2021年新增30所、1-2个，\n", size),
        "verbs": b"1." + _filled("推进", size) + "平台建设\n".encode(),
        "days": "1.甲\n".encode()
        + _filled("2021年6月25日\n", size)
        + "（1）甲\n（2）乙\n（3）丙".encode(),
    }


def _filled(text: str, size: int) -> bytes:
    return (text * (size // len(text.encode()) + 1)).encode()


def main() -> None:
    """Print a line for each text: seconds at each of the four lengths."""
    for name in texts(0):
        shown = []
        for size in SIZES:
            data = texts(size)[name]
            began = time.process_time()
            read_plan(data, "plan.txt")
            seconds = time.process_time() - began
            shown.append(f"{len(data) / 1e6:.2f} MB {seconds:6.2f} s")
        print(f"{name:16}", "   ".join(shown))


if __name__ == "__main__":
    main()
