"""The command line: the verbs of the window for scripts and tests, without PySide6.

Exit 0; 1 with one plain sentence for what the user can mend; 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import datetime as dt
import errno
import os
import sys
from collections.abc import Mapping, Sequence

from cli.arguments import parse, parser
from cli.session import Session
from cli.streams import use_utf8, warn
from models.errors import KnownError


def run(args: argparse.Namespace, environ: Mapping[str, str], now: dt.datetime) -> int:
    """Run one parsed command and answer with the exit code."""
    try:
        code: int = args.run(Session.of(args, environ, now), args)
        sys.stdout.flush()
    except KnownError as error:
        warn(str(error))
        return 1
    except BrokenPipeError:
        # Whoever read the output has seen enough; Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        warn(_disk_sentence(error))
        return 1
    return code


def _disk_sentence(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT):
        return "磁盘空间不足，没有做完，已保存的内容都在；请腾出空间后再试。"
    place = f"“{error.filename}”" if error.filename else ""
    return f"读写文件{place}时出错，没有做完，已保存的内容都在；请检查磁盘和文件夹权限后再试。"


def main(argv: Sequence[str] | None = None) -> int:
    """Read the arguments and run the command that they name."""
    use_utf8()
    args = parse(sys.argv[1:] if argv is None else argv)
    if "run" not in args:
        parser().error("没有写命令")
    return run(args, os.environ, dt.datetime.now().replace(microsecond=0))


if __name__ == "__main__":
    raise SystemExit(main())
