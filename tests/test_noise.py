"""The suite's own promises: noise fails a test, and nobody's own folders are seen."""

from __future__ import annotations

import logging
import os
import warnings
from pathlib import Path

import pytest

from cli.ledgers import user_folder


def test_a_logged_warning_would_fail_a_test(log_warnings: list[str]) -> None:
    logging.getLogger("models.anything").warning("noise")
    assert log_warnings == ["WARNING models.anything: noise"]
    log_warnings.clear()


def test_a_python_warning_would_fail_a_test() -> None:
    with pytest.raises(UserWarning, match="noise"):
        warnings.warn("noise", stacklevel=1)


def test_a_qt_warning_would_fail_a_test(request: pytest.FixtureRequest) -> None:
    assert request.config.getini("qt_log_level_fail") == "WARNING"
    assert request.config.getini("xfail_strict") is True


def test_the_users_own_folder_is_out_of_sight(own_home: Path) -> None:
    assert own_home in user_folder(os.environ).parents
    assert Path.home() == own_home


def test_without_a_word_from_the_environment_the_systems_folder_is_meant(own_home: Path) -> None:
    environ = {name: value for name, value in os.environ.items() if name != "LUOSHI_HOME"}
    assert user_folder(environ).name == "luoshi"
    assert own_home in user_folder(environ).parents
