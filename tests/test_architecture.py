"""The walls of the house: who may import whom, read from the source by `ast`.

Each rule is also shown to bite on an import planted in one of the files that it watches.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("main.py", "headless.py", "cli", "gui", "models", "reports", "resources")
QT = ("PySide6", "shiboken6", "PyQt5", "PyQt6")
DATABASE = ("peewee", "playhouse", "sqlite3")
READERS = (
    "openpyxl",
    "docx",
    "pypdf",
    "pdfplumber",
    "pdfminer",
    "pypdfium2",
    "xml",
    "lxml",
    "zipfile",
)
PAPER_LIBRARIES = ("reportlab", "openpyxl", "fontTools", "PIL")
FILES = ("pathlib", "os", "io", "shutil", "tempfile", "glob")
FACES = ("gui", "cli", "headless", "main")


@dataclass(frozen=True)
class Rule:
    """Files matching `where` but not `besides` import nothing of `never`.

    only_of: of these packages nothing but the named modules. only: nothing but these and the
    standard library.
    """

    name: str
    where: tuple[str, ...]
    planted: str
    never: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    only_of: tuple[str, tuple[str, ...]] | None = None
    only: tuple[str, ...] | None = None


RULES = (
    Rule(
        "queries and verbs know the file by its records and by models.reading, not by SQLite",
        ("models/queries/**", "models/commands/**"),
        "import sqlite3",
        never=("sqlite3", "models.database"),
    ),
    Rule(
        "models knows no face, no paper, no Qt",
        ("models/**",),
        "import reportlab.pdfgen",
        never=(*FACES, *QT, "reports", "reportlab"),
    ),
    Rule(
        "office files are read in models/intake/readers only",
        ("models/**",),
        "from openpyxl import load_workbook",
        never=READERS,
        besides=("models/intake/readers/**",),
    ),
    Rule(
        "intake knows no database",
        ("models/intake/**",),
        "from models.schema import Plan",
        never=(
            *DATABASE,
            "models.schema",
            "models.database",
            "models.ledger",
            "models.history",
            "models.commands",
            "models.queries",
        ),
    ),
    Rule(
        "the grammar is the standard library alone, without files",
        ("models/intake/grammar/**", "models/intake/source.py", "models/intake/draft.py"),
        "import platformdirs",
        never=(*FILES, "sqlite3"),
        only=(
            "models.text",
            "models.proper",
            "models.errors",
            "models.typography",
            "models.intake.draft",
            "models.intake.grammar",
            "models.intake.source",
        ),
    ),
    Rule(
        "readers know nothing of the grammar",
        ("models/intake/readers/**",),
        "from models.intake.grammar import parts",
        never=("models.intake.grammar",),
    ),
    Rule(
        "rules, periods and rows are pure",
        (
            *("models/rules.py", "models/periods.py", "models/rows.py", "models/hits.py"),
            *("models/paperrows.py", "models/overviewrows.py"),
        ),
        "import time",
        never=(*DATABASE, *FILES, "time", "models.schema", "models.database", "models.ledger"),
    ),
    Rule(
        "migrations are frozen: they never look at today's records",
        ("models/migrations/**",),
        "from models.schema import Task",
        never=("models",),
    ),
    Rule(
        "papers of models know only rows, rules, periods and texts",
        ("reports/**",),
        "from models import queries",
        never=(*FACES, *QT, *DATABASE),
        only_of=(
            "models",
            (
                "models.collector",
                "models.rows",
                "models.paperrows",
                "models.overviewrows",
                "models.rules",
                "models.periods",
                "models.text",
                "models.proper",
                "models.typography",
                "models.words",
                "models.papersettings",
                "models.measureword",
                "models.shorttitle",
                "models.errors",
            ),
        ),
    ),
    Rule(
        "the layout paints nothing and reads no file",
        ("reports/layout/**",),
        "from reportlab.pdfbase import pdfmetrics",
        never=(*PAPER_LIBRARIES, *FILES),
    ),
    Rule(
        "builders and blocks know no library",
        ("reports/builders/**", "reports/document.py", "reports/catalogue.py"),
        "import openpyxl",
        never=(*PAPER_LIBRARIES, *FILES),
        only=("models", "reports"),
    ),
    Rule(
        "the window asks the ledger, never the database",
        ("gui/**",),
        "import sqlite3",
        never=(*DATABASE, "models.schema", "models.database", "headless", "main"),
    ),
    Rule(
        "commands run without Qt and without the database",
        ("headless.py", "cli/**"),
        "from gui import app",
        never=(*QT, *DATABASE, "gui", "models.schema", "models.database"),
    ),
    Rule(
        "resources have no behaviour",
        ("resources/**",),
        "import json",
        only=(),
        never=("json",),
    ),
)


def sources() -> Iterator[Path]:
    """Every source file of the product."""
    for room in ROOMS:
        place = ROOT / room
        yield from [place] if place.is_file() else sorted(place.rglob("*.py"))


def imports(tree: ast.AST, package: str = "") -> Iterator[str]:
    """Every module that a file imports, wherever in the file; `package` is where it lies."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*(above if node.level else []), *filter(None, [node.module])])
            # `from models import queries` may mean a module: both names are looked at.
            yield from (f"{base}.{alias.name}" for alias in node.names)


def inside(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def matches(path: PurePosixPath, patterns: tuple[str, ...]) -> bool:
    return any(
        path.is_relative_to(pattern[:-3]) if pattern.endswith("/**") else str(path) == pattern
        for pattern in patterns
    )


def broken(rule: Rule, path: PurePosixPath, text: str) -> list[str]:
    """The imports of one file that break a rule."""
    if not matches(path, rule.where) or matches(path, rule.besides):
        return []
    package = ".".join(path.parent.parts)
    return [
        f"{path}: {module}" for module in imports(ast.parse(text), package) if bad(rule, module)
    ]


def bad(rule: Rule, module: str) -> bool:
    if inside(module, rule.never):
        return True
    if rule.only_of and inside(module, (rule.only_of[0],)):
        return not inside(module, rule.only_of[1])
    if rule.only is not None and module.partition(".")[0] not in sys.stdlib_module_names:
        return not inside(module, rule.only)
    return False


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_import_keeps_the_walls(rule: Rule) -> None:
    found: list[str] = []
    for file in sources():
        path = PurePosixPath(file.relative_to(ROOT).as_posix())
        found += broken(rule, path, file.read_text(encoding="utf-8"))
    assert found == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_bites_on_a_planted_import(rule: Rule) -> None:
    place = PurePosixPath(rule.where[0].replace("**", "planted.py"))
    lazy = f"def run() -> None:\n    {rule.planted}\n"
    assert broken(rule, place, rule.planted)
    assert broken(rule, place, lazy)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_watches_files_that_exist(rule: Rule) -> None:
    paths = [PurePosixPath(file.relative_to(ROOT).as_posix()) for file in sources()]
    assert all(any(matches(path, (where,)) for path in paths) for where in rule.where)


def test_relative_imports_are_seen_too() -> None:
    (found,) = imports(ast.parse("from ..schema import Plan"), "models.intake")
    assert found == "models.schema.Plan"


def top_level(tree: ast.Module) -> Iterator[str]:
    """What is imported as soon as a file is, type checking apart."""
    for node in tree.body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from imports(node)


def test_heavy_libraries_are_imported_where_they_are_needed_only() -> None:
    """A face pays for Qt, the PDF library and the workbooks when it wants them, not before."""
    heavy = (*QT, *PAPER_LIBRARIES, *READERS)
    for file in sources():
        if file.name in ("main.py", "headless.py") or file.parent.name == "cli":
            tree = ast.parse(file.read_text(encoding="utf-8"))
            assert not [name for name in top_level(tree) if inside(name, heavy)], file


def calls(text: str, *names: str) -> list[int]:
    """The lines on which one of these functions is called by its bare name."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
    ]


def test_nothing_is_printed_behind_the_back_of_a_face() -> None:
    assert calls("if True:\n    print(1)", "print", "breakpoint") == [2]
    for file in sources():
        assert calls(file.read_text(encoding="utf-8"), "print", "breakpoint") == [], file


CLOCKS = re.compile(r"\b(date\.today|datetime\.now|datetime\.utcnow|time\.time|localtime)\(")


def test_rules_and_papers_never_look_at_the_clock() -> None:
    assert CLOCKS.search("day = dt.date.today()")
    for file in sources():
        if file.relative_to(ROOT).parts[0] in ("models", "reports"):
            assert not CLOCKS.search(file.read_text(encoding="utf-8")), file


def broad_handlers(text: str) -> list[int]:
    """Lines with `except:` or `except Exception`."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "Exception"))
    ]


def test_faults_are_caught_broadly_at_the_edges_only() -> None:
    assert broad_handlers("try:\n    pass\nexcept Exception:\n    pass") == [3]
    # app.py hands what its opening job met over to the window, as jobs.py does for all others.
    edges = {"main.py", "gui/app.py", "gui/jobs.py", "gui/faults.py"}
    for file in sources():
        if file.relative_to(ROOT).as_posix() not in edges:
            assert broad_handlers(file.read_text(encoding="utf-8")) == [], file


_ON_RECORDS = {"insert", "insert_many", "create", "update", "delete", "replace", "bulk_create"}
_ANYWHERE = {"save", "delete_instance", "execute_sql"}


def writes(text: str) -> list[int]:
    """The lines on which a record class writes by itself: `Task.insert(…)`, `row.save()`."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        owner, verb = node.func.value, node.func.attr
        record = isinstance(owner, ast.Name) and owner.id[0].isupper()
        if verb in _ANYWHERE or (verb in _ON_RECORDS and record):
            found.append(node.lineno)
    return sorted(found)


def test_rows_are_written_through_the_history_only() -> None:
    assert writes("Task.update(role='own').execute()\nwork.update(Task, 1)\nrow.save()") == [1, 3]
    rooms = [
        *(ROOT / "models" / "commands").rglob("*.py"),
        *(ROOT / "models").rglob("queries/*.py"),
    ]
    for file in rooms:
        assert writes(file.read_text(encoding="utf-8")) == [], file


GOLDEN = re.compile(
    r"(?i)\b\w*(update|regenerate|rewrite|generate)_?(golden|snapshot)?s? *= *True\b"
)


def test_no_golden_file_is_rewritten_by_its_own_test() -> None:
    planted = "UPDATE_GOLDEN" + " = True"
    assert GOLDEN.search(planted)
    for file in sorted((ROOT / "tests").rglob("*.py")):
        assert not GOLDEN.search(file.read_text(encoding="utf-8")), file
