"""Updates that Telegram delivers: in the inbox before they are acknowledged, and from nobody else."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from telegram import Bot

from bot.webhook import LARGEST, SECRET, webhook
from storage.inbox import Inbox
from storage.store import Store

UPDATE = {
    "update_id": 7,
    "message": {
        "message_id": 1,
        "date": 1_795_600_000,
        "chat": {"id": 5, "type": "private", "first_name": "Ana"},
        "from": {"id": 5, "is_bot": False, "first_name": "Ana"},
        "text": "A fox keeps a bakery at night",
    },
}


@pytest.fixture
async def inbox(tmp_path: Path) -> AsyncIterator[Inbox]:
    store = await Store.open(f"sqlite+aiosqlite:///{tmp_path / 'studio.db'}", key=tmp_path / "ledger.key")
    yield Inbox(store)
    await store.close()


@pytest.fixture
async def telegram(inbox: Inbox) -> AsyncIterator[httpx.AsyncClient]:
    """What reaches us from outside, at our own address."""
    transport = httpx.ASGITransport(webhook(Bot("1:token"), inbox, "the secret", "/telegram"))
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
        yield client


async def test_a_delivery_is_kept_once_however_often_it_comes(telegram: httpx.AsyncClient, inbox: Inbox) -> None:
    for _ in range(2):
        answer = await telegram.post("/telegram", json=UPDATE, headers={SECRET: "the secret"})
        assert answer.status_code == 200
    (waiting,) = await inbox.pending()
    assert (waiting.update_id, waiting.chat) == (7, 5)
    assert json.loads(waiting.raw)["message"]["text"] == "A fox keeps a bakery at night"


@pytest.mark.parametrize(
    ("headers", "status"), [({}, 403), ({SECRET: "a guess"}, 403), ({SECRET: "é".encode("latin-1")}, 403)]
)
async def test_whoever_does_not_know_the_secret_is_refused(
    telegram: httpx.AsyncClient, inbox: Inbox, headers: dict[str, str | bytes], status: int
) -> None:
    assert (await telegram.post("/telegram", json=UPDATE, headers=headers)).status_code == status
    assert await inbox.pending() == ()


@pytest.mark.parametrize(
    ("body", "status"), [(b"not json", 400), (b"[]", 400), (b"{}", 400), (b" " * (LARGEST + 1), 413)]
)
async def test_what_is_no_update_is_refused(
    telegram: httpx.AsyncClient, inbox: Inbox, body: bytes, status: int
) -> None:
    answer = await telegram.post("/telegram", content=body, headers={SECRET: "the secret"})
    assert answer.status_code == status
    assert await inbox.pending() == ()


async def test_there_is_nothing_at_another_path(telegram: httpx.AsyncClient) -> None:
    assert (await telegram.post("/", json=UPDATE, headers={SECRET: "the secret"})).status_code == 404
