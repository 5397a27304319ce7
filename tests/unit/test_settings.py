"""What may be spent is set in euros, and counted in millionths of them."""

from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from bot.settings import Settings
from storage.domain.budget import Budget, Cap


def settings(monkeypatch: pytest.MonkeyPatch, environment: Mapping[str, str]) -> Settings:
    """Read the settings of an environment."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return Settings()


def test_caps_are_read_from_json_and_may_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    set_ = {"FEUILLETON_CAPS": '{"episode": 5, "day": 0.1}', "FEUILLETON_ASK_ABOVE": "1.50"}
    budget = settings(monkeypatch, set_).budget
    assert budget == Budget(caps={Cap.EPISODE: 5_000_000, Cap.DAY: 100_000}, ask_above=1_500_000)


def test_without_any_setting_there_is_no_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings(monkeypatch, {}).budget.is_open


@pytest.mark.parametrize("caps", ['{"month": 5}', '{"day": -1}', '{"day": "much"}', "5"])
def test_a_cap_on_nothing_known_or_of_less_than_nothing_is_refused(monkeypatch: pytest.MonkeyPatch, caps: str) -> None:
    with pytest.raises((ValidationError, ValueError)):
        settings(monkeypatch, {"FEUILLETON_CAPS": caps})
