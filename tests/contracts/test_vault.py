"""What the vault promises: whole files under the digest of their bytes."""

import asyncio
import os
import time
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.domain.errors import InvalidValue
from storage.domain.ids import Digest
from storage.errors import Damaged, Missing
from storage.vault import STALE, Vault

RENARD = b"un renard tient une boulangerie de nuit"
OF_RENARD = Digest(sha256(RENARD).hexdigest())


def files(folder: Path) -> list[str]:
    return [each.name for each in folder.rglob("*") if each.is_file()]


async def test_bytes_come_back_as_they_were(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    assert await vault.put_bytes(RENARD) == OF_RENARD
    assert vault.has(OF_RENARD)
    assert await vault.read(OF_RENARD) == RENARD
    assert vault.path(OF_RENARD).read_bytes() == RENARD
    await vault.verify(OF_RENARD)


async def test_a_file_of_several_blocks_keeps_its_own_place_and_is_copied(tmp_path: Path) -> None:
    source = tmp_path / "clip.mp4"
    source.write_bytes(os.urandom((5 << 20) + 1))
    vault = Vault(tmp_path / "vault")
    digest = await vault.put(source)
    source.write_bytes(b"the back-end's folder is emptied")
    assert digest == sha256(await vault.read(digest)).hexdigest()
    assert len(await vault.read(digest)) == (5 << 20) + 1


async def test_putting_the_same_again_changes_nothing(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    await vault.put_bytes(RENARD)
    before = vault.path(OF_RENARD).stat()
    digests = await asyncio.gather(*(vault.put_bytes(RENARD) for _ in range(20)))
    assert set(digests) == {OF_RENARD}
    after = vault.path(OF_RENARD).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert files(tmp_path) == [OF_RENARD[2:]]


async def test_what_is_kept_cannot_be_written_to_by_accident(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    await vault.put_bytes(RENARD)
    assert vault.path(OF_RENARD).stat().st_mode & 0o222 == 0


async def test_what_is_not_here_is_missing(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    assert not vault.has(OF_RENARD)
    with pytest.raises(Missing, match=OF_RENARD):
        vault.path(OF_RENARD)
    with pytest.raises(Missing):
        await vault.read(OF_RENARD)
    with pytest.raises(Missing):
        await vault.verify(OF_RENARD)


async def test_damage_is_found(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    await vault.put_bytes(RENARD)
    place = vault.path(OF_RENARD)
    place.chmod(0o644)
    place.write_bytes(RENARD.replace(b"nuit", b"jour"))
    with pytest.raises(Damaged, match=OF_RENARD):
        await vault.verify(OF_RENARD)


@given(st.one_of(st.text(), st.from_regex(r"(\.\./)+[a-z/]{0,70}", fullmatch=True), st.just(OF_RENARD.upper())))
def test_a_name_that_is_no_digest_never_becomes_a_path(name: str) -> None:
    with pytest.raises(InvalidValue):
        Vault(Path("vault")).has(Digest(name))


async def test_a_file_that_cannot_be_read_leaves_nothing(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    with pytest.raises(FileNotFoundError):
        await vault.put(tmp_path / "nothing")
    assert files(tmp_path) == []


async def test_sweeping_removes_old_halves_and_nothing_else(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    assert await vault.sweep() == 0
    await vault.put_bytes(RENARD)
    old, young = (tmp_path / "vault" / "incoming" / name for name in ("old", "young"))
    for half in (old, young):
        half.write_bytes(b"half")
    os.utime(old, (0, time.time() - STALE - 1))
    assert await vault.sweep() == 1
    assert young.exists()
    assert not old.exists()
    assert vault.has(OF_RENARD)
