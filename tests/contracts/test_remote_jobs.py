"""The back-end `job` against a real server that makes things for money: nothing is created twice, nothing is lost."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
import soundfile
from PIL import Image

from generation.backends import BackEnd, Workshop, load
from generation.catalog.price import Price, Unit
from generation.catalog.profile import Licence, Profile, Speaker, Training
from generation.engines.base import Errand as EngineErrand
from generation.engines.inprocess import InProcess
from generation.errors import (
    BadResult,
    Busy,
    Cancelled,
    Declined,
    Doubtful,
    GenerationError,
    InvalidRequest,
    TryAgain,
    Unavailable,
)
from generation.requests.motion import ClipRequest
from generation.requests.pictures import RetouchRequest, StillRequest
from generation.requests.request import Request
from generation.requests.sound import CueRequest, VoiceRequest
from generation.voices import TABLE
from tests.fakes.provider import Errand, Killed, Slip, Vendor, closed, film, picture, tone, vending, written

KEY = "very-secret-key"
VOICE = next(each.name for each in TABLE if (each.language, each.sex, each.age) == ("en", "woman", "young"))
STILL = StillRequest(prompt="A gate in the rain.", negative="text", seed=4, width=108, height=192)
CLIP = ClipRequest(
    panel="a" * 64, move="push-in", frames=30, rate=30, width=108, height=192, seed=4, prompt="She runs."
)


class NoLocker:
    def path(self, name: str) -> Path:
        raise AssertionError(name)

    def has(self, name: str) -> bool:
        raise AssertionError(name)


def settings(address: str) -> dict[str, Any]:
    return {
        "base_url": address,
        "key": "VENDOR_KEY",
        "create": {
            "path": "/jobs",
            "body": {
                "model": "{model}", "input": {
                    "prompt": "{prompt}", "negative": "{negative}", "seed": "{seed}", "image": "{image}",
                    "size": "{width}x{height}", "seconds": "{seconds}", "tags": ["{last_image}", "fixed"],
                },
            },
            "ticket": "data.id",
            "refused": ["content policy"],
        },
        "poll": {
            "path": "/jobs/{ticket}", "state": "state", "done": ["done"], "failed": ["failed"],
            "refused": ["moderated"], "progress": "progress", "reason": "error.message", "every": 0.01, "most": 0.02,
        },
        "fetch": {"url": "output.0.url"},
        "cancel": {"path": "/jobs/{ticket}/cancel"},
        "charge": {"amount": "usage.cost"},
    }  # fmt: skip


def profile(address: str, *operations: str, **changed: Any) -> Profile:  # noqa: ANN401 - settings of a profile
    return Profile(
        name="vendor",
        title="Vendor One",
        backend="job",
        operations=operations or ("still", "retouch", "clip", "voice", "cue"),
        licence=Licence(name="Vendor's terms", url="https://vendor.example", read="2026-11-27", commercial=True),
        training=Training(found=False, read="2026-11-27"),
        price=Price(micros=300_000),
        is_remote=True,
        settings=settings(address) | changed,
    )


def made_by(told: Profile, tmp_path: Path, **keys: str) -> BackEnd:
    known = {"VENDOR_KEY": KEY} | keys
    workshop = Workshop(locker=NoLocker(), cache=tmp_path / "cache", settings=known, catalog={told.name: told})
    return load(told.name, workshop)


def backend(vendor: Vendor, tmp_path: Path, **changed: Any) -> BackEnd:  # noqa: ANN401
    return made_by(profile(vendor.address, **changed), tmp_path)


def errand(tmp_path: Path, name: str = "one", **changed: Any) -> Errand:  # noqa: ANN401
    folder = tmp_path / name
    folder.mkdir()
    return Errand(folder=folder, **changed)


@pytest.fixture
def vendor() -> Iterator[Vendor]:
    with vending(picture()) as server:
        yield server


def test_a_job_is_placed_created_kept_followed_fetched_and_made_ours(vendor: Vendor, tmp_path: Path) -> None:
    job = errand(tmp_path)
    made = backend(vendor, tmp_path).make(STILL, job)
    with Image.open(made.path) as picture_:
        assert picture_.size == (108, 192)
    assert (made.media_type, made.facts) == ("image/png", {"width": 108, "height": 192, "native": [96, 160]})
    assert job.slip.committed == ["placed", "job/1"]
    assert vendor.created == [
        {
            "model": "vendor",
            "input": {"prompt": STILL.prompt, "negative": "text", "seed": 4, "size": "112x192", "tags": ["fixed"]},
        }
    ], "what the request does not say is left out"
    assert made.micros == 250_000, "what the provider says was paid"
    assert job.told == sorted(job.told)
    assert job.told[-1] == 1.0
    assert vendor.keys == {"create": [f"Bearer {KEY}"], "poll": [f"Bearer {KEY}"] * 3, "file": [f"Bearer {KEY}"]}


def test_the_same_answer_makes_the_same_bytes(vendor: Vendor, tmp_path: Path) -> None:
    back = backend(vendor, tmp_path)
    digests = {sha256(back.make(STILL, errand(tmp_path, name)).path.read_bytes()).hexdigest() for name in ("a", "b")}
    assert len(digests) == 1


def test_the_model_takes_record_with_its_licence_and_that_it_is_remote(vendor: Vendor, tmp_path: Path) -> None:
    model = backend(vendor, tmp_path).model
    assert (model.name, model.licence, model.commercial, model.is_remote) == (
        "Vendor One",
        "Vendor's terms",
        True,
        True,
    )
    assert model.price is not None
    assert model.price.of(STILL) == 300_000


@pytest.mark.parametrize(("moment", "creations"), [("placed", 0), ("unkept", 1), ("kept", 1), ("polled", 1)])
def test_a_kill_at_any_moment_never_makes_a_second_creation(
    vendor: Vendor, tmp_path: Path, moment: str, creations: int
) -> None:
    slip = Slip()
    with pytest.raises(Killed):
        backend(vendor, tmp_path).make(STILL, errand(tmp_path, slip=slip, dies=moment))
    again = backend(vendor, tmp_path)
    if slip.ticket:
        assert again.make(STILL, errand(tmp_path, "two", slip=slip)).micros == 250_000
    else:
        with pytest.raises(Doubtful):
            again.make(STILL, errand(tmp_path, "two", slip=slip))
    assert len(vendor.created) == creations


def test_a_job_with_a_ticket_is_only_asked_about(vendor: Vendor, tmp_path: Path) -> None:
    made = backend(vendor, tmp_path).make(STILL, errand(tmp_path, slip=Slip(ticket="job/7", placed=True)))
    assert (vendor.created, set(vendor.asked)) == ([], {"job/7"})
    assert made.path.exists()


@pytest.mark.parametrize("how", ["500", "503", "408", "drop", "mute"])
def test_a_creation_that_may_have_happened_is_doubtful(vendor: Vendor, tmp_path: Path, how: str) -> None:
    vendor.creates = (how, "ok")
    with pytest.raises(Doubtful):
        backend(vendor, tmp_path).make(STILL, errand(tmp_path))
    assert len(vendor.keys["create"]) == 1


def test_what_costs_nothing_may_be_created_again(vendor: Vendor, tmp_path: Path) -> None:
    vendor.creates = ("500",)
    free = replace(profile(vendor.address), price=Price(micros=0), is_remote=False)
    with pytest.raises(TryAgain):
        made_by(free, tmp_path).make(STILL, errand(tmp_path))


@pytest.mark.parametrize(
    ("status", "error", "kind", "words"),
    [
        ("400", "width is too odd", InvalidRequest, "width is too odd"),
        ("422", "against our Content Policy", Declined, "other words"),
        ("401", "", Unavailable, "refuses the key of the profile vendor"),
        ("402", "", Unavailable, "no credit"),
        ("404", "", Unavailable, "no such place"),
        ("429", "", Busy, "busy"),
        ("307", "", Unavailable, "elsewhere"),
    ],
)
def test_a_definite_refusal_says_what_to_do(
    vendor: Vendor, tmp_path: Path, status: str, error: str, kind: type[GenerationError], words: str
) -> None:
    vendor.creates, vendor.error = (status,), error
    with pytest.raises(kind, match=words) as refused:
        backend(vendor, tmp_path).make(STILL, errand(tmp_path))
    assert type(refused.value) is kind
    assert vendor.created == []
    if isinstance(refused.value, Busy):
        assert refused.value.seconds == 7


def test_a_server_that_cannot_be_reached_may_be_asked_again(tmp_path: Path) -> None:
    with pytest.raises(TryAgain, match="cannot be reached") as failed:
        made_by(profile(closed()), tmp_path).make(STILL, errand(tmp_path))
    assert not isinstance(failed.value, Busy)


def test_a_key_is_in_no_message(vendor: Vendor, tmp_path: Path) -> None:
    vendor.creates, vendor.error = ("400",), f"your key {KEY} is too long"
    with pytest.raises(InvalidRequest) as refused:
        backend(vendor, tmp_path).make(STILL, errand(tmp_path))
    assert KEY not in str(refused.value)
    assert "your key" in str(refused.value)


def test_a_price_that_no_number_holds_is_none(vendor: Vendor, tmp_path: Path) -> None:
    vendor.amount = 10**400
    assert backend(vendor, tmp_path).make(STILL, errand(tmp_path)).micros is None


@pytest.mark.parametrize(
    ("state", "kind", "words"),
    [("failed", BadResult, "says that it failed .out of smoke."), ("moderated", Declined, "would not make it")],
)
def test_a_job_fails_only_by_the_words_of_its_description(
    vendor: Vendor, tmp_path: Path, state: str, kind: type[GenerationError], words: str
) -> None:
    vendor.states, vendor.reason, vendor.amount = ("running", state), "out of smoke", "0.1"
    with pytest.raises(kind, match=words) as failed:
        backend(vendor, tmp_path).make(STILL, errand(tmp_path))
    assert failed.value.micros == 100_000, "what the provider charges for it all the same"


def test_a_word_that_the_description_does_not_know_is_no_failure(vendor: Vendor, tmp_path: Path) -> None:
    vendor.states = ("success-ish", "error_maybe", "", "done")
    assert backend(vendor, tmp_path).make(STILL, errand(tmp_path)).path.exists()


def test_a_job_that_is_never_done_is_left_for_later_and_not_lost(vendor: Vendor, tmp_path: Path) -> None:
    vendor.states, slip = ("running",), Slip()
    impatient = settings(vendor.address)["poll"] | {"patience": 0.1}
    with pytest.raises(TryAgain, match="still works"):
        backend(vendor, tmp_path, poll=impatient).make(STILL, errand(tmp_path, slip=slip))
    vendor.states = ("done",)
    assert backend(vendor, tmp_path).make(STILL, errand(tmp_path, "two", slip=slip)).path.exists()
    assert len(vendor.created) == 1


def test_a_question_that_is_refused_says_nothing_of_the_job(vendor: Vendor, tmp_path: Path) -> None:
    vendor.polls = ("422",)
    with pytest.raises(Doubtful, match="refuses the request"):
        backend(vendor, tmp_path).make(STILL, errand(tmp_path))


@pytest.mark.parametrize("how", ["500", "429", "drop"])
def test_questions_that_fail_are_asked_again(vendor: Vendor, tmp_path: Path, how: str) -> None:
    vendor.polls = (how, how, "ok")
    if how == "429":
        vendor.error = ""
    assert backend(vendor, tmp_path).make(STILL, errand(tmp_path)).path.exists()
    assert len(vendor.created) == 1


def test_a_server_that_says_nothing_for_long_is_asked_again_later(vendor: Vendor, tmp_path: Path) -> None:
    vendor.polls, slip = ("503",), Slip()
    with pytest.raises(TryAgain, match="says nothing"):
        backend(vendor, tmp_path).make(STILL, errand(tmp_path, slip=slip))
    assert slip.ticket == "job/1"


def test_a_job_that_the_server_forgot_is_doubtful(vendor: Vendor, tmp_path: Path) -> None:
    vendor.polls = ("404",)
    with pytest.raises(Doubtful, match="does not know the job"):
        backend(vendor, tmp_path).make(STILL, errand(tmp_path))


def test_calling_off_is_passed_on_once(vendor: Vendor, tmp_path: Path) -> None:
    vendor.states = ("running",)
    with pytest.raises(Cancelled):
        backend(vendor, tmp_path).make(STILL, errand(tmp_path, stop_at=0.4))
    assert vendor.cancelled == ["job/1"]


def test_a_creation_under_way_is_waited_for_so_that_it_can_be_called_off_there(vendor: Vendor, tmp_path: Path) -> None:
    job = errand(tmp_path)
    place = job.place

    class Late(Errand):
        def place(self) -> None:
            place()
            self.off.set()

    late = Late(folder=job.folder, slip=job.slip)
    with pytest.raises(Cancelled):
        backend(vendor, tmp_path).make(STILL, late)
    assert (len(vendor.created), vendor.cancelled) == (1, ["job/1"])


@pytest.mark.parametrize(
    ("file", "media_type", "words"),
    [
        (b"<html>not here</html>", "text/html", "promised"),
        (b"<html>not here</html>", "image/png", "no known kind"),
        (b"MZ" + bytes(100), "application/octet-stream", "no known kind"),
        (film(2), "image/png", "video/mp4"),
        (picture()[:90], "image/png", "cannot be used"),
    ],
)
def test_what_is_not_the_promised_kind_is_refused(
    vendor: Vendor, tmp_path: Path, file: bytes, media_type: str, words: str
) -> None:
    vendor.file, vendor.media_type = file, media_type
    with pytest.raises(BadResult, match=words):
        backend(vendor, tmp_path).make(STILL, errand(tmp_path))


@pytest.mark.parametrize("share", [0.0, 0.6])
def test_a_file_that_breaks_off_is_fetched_again_later(vendor: Vendor, tmp_path: Path, share: float) -> None:
    vendor.share, slip = share, Slip()
    with pytest.raises(TryAgain, match="broke off"):
        backend(vendor, tmp_path).make(STILL, errand(tmp_path, slip=slip))
    vendor.share = 1.0
    assert backend(vendor, tmp_path).make(STILL, errand(tmp_path, "two", slip=slip)).path.exists()
    assert len(vendor.created) == 1


def test_a_file_that_stalls_can_be_called_off(vendor: Vendor, tmp_path: Path) -> None:
    vendor.fetches = ("stall",)
    job = errand(tmp_path)
    real = job.report

    def report(fraction: float) -> None:
        if vendor.waiting.is_set():
            job.off.set()
        real(fraction)

    job.report = report  # type: ignore[method-assign]  # a listener that calls off when the file stalls
    with pytest.raises(Cancelled):
        backend(vendor, tmp_path).make(STILL, job)
    assert vendor.left.wait(5)


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9/x.png", "http://vendor.example/x.png", "https://127.0.0.1/x.png", "https://10.0.0.8/x.png",
     "https://[::1]/x.png", "https://169.254.169.254/latest", "file:///etc/passwd", "https://user:pass@127.0.0.1/x"],
)  # fmt: skip
@pytest.mark.parametrize("way", ["elsewhere", "sends_on"])
def test_no_answer_and_no_redirect_leads_into_a_private_network(
    vendor: Vendor, tmp_path: Path, address: str, way: str
) -> None:
    setattr(vendor, way, address)
    with pytest.raises(BadResult, match="names a result at"):
        backend(vendor, tmp_path).make(STILL, errand(tmp_path))


def test_a_file_that_is_sent_on_for_ever_is_refused(vendor: Vendor, tmp_path: Path) -> None:
    vendor.sends_on = f"{vendor.address}/files/again"
    with pytest.raises(BadResult, match="sends on more than 3 times"):
        backend(vendor, tmp_path).make(STILL, errand(tmp_path))


def test_a_file_may_come_within_the_answer_or_from_a_path_of_the_server(vendor: Vendor, tmp_path: Path) -> None:
    for name, fetch in (("a", {"base64": "output.0.data"}), ("b", {"path": "/files/{ticket}"})):
        assert backend(vendor, tmp_path, fetch=fetch).make(STILL, errand(tmp_path, name)).path.exists()


def test_a_picture_is_handed_over_within_the_request_or_before_it(vendor: Vendor, tmp_path: Path) -> None:
    layout = written(tmp_path, picture(8, 8))
    request = replace(STILL, layout="b" * 64)
    sources = {"b" * 64: layout}
    backend(vendor, tmp_path).make(request, errand(tmp_path, "a", sources=sources))
    assert vendor.created[0]["input"]["image"].startswith("data:image/png;base64,")
    upload = {"path": "/uploads", "field": "file", "address": "at"}
    backend(vendor, tmp_path, images="upload", upload=upload).make(request, errand(tmp_path, "b", sources=sources))
    assert vendor.uploads == [layout.read_bytes()]
    assert vendor.created[1]["input"]["image"] == "upload-1"


def test_nothing_outside_a_mask_changes_whatever_the_server_does(vendor: Vendor, tmp_path: Path) -> None:
    green = Image.new("RGB", (108, 192), (0, 255, 0))
    mask = Image.new("L", (108, 192), 0)
    mask.paste(255, (0, 0, 108, 60))
    green.save(tmp_path / "green.png")
    mask.save(tmp_path / "mask.png")
    request = RetouchRequest(picture="c" * 64, mask="d" * 64, instruction="Make it red.", seed=1, width=108, height=192)
    sources = {"c" * 64: tmp_path / "green.png", "d" * 64: tmp_path / "mask.png"}
    made = backend(vendor, tmp_path).make(request, errand(tmp_path, sources=sources))
    with Image.open(made.path) as picture_:
        pixels = np.asarray(picture_)
    assert pixels[150, 20].tolist() == [0, 255, 0]
    assert pixels[20, 20].tolist() != [0, 255, 0]


@pytest.mark.parametrize(("closed", "last"), [(True, 205), (False, 115)])
def test_a_clip_that_ends_on_a_picture_is_played_whole_and_another_at_its_own_pace(
    tmp_path: Path,
    closed: bool,  # noqa: FBT001
    last: int,
) -> None:
    with vending(film(24, 12), "video/mp4") as vendor:
        panel = written(tmp_path, picture())
        request = replace(CLIP, last="b" * 64) if closed else CLIP
        job = errand(tmp_path, sources={"a" * 64: panel, "b" * 64: panel})
        made = backend(vendor, tmp_path).make(request, job)
    with av.open(made.path) as container:
        *_, end = (frame.reformat(format="rgb24", src_colorspace="ITU709") for frame in container.decode(video=0))
    assert abs(float(end.to_ndarray().mean()) - last) < 12


def test_what_is_paid_by_the_second_is_paid_for_the_length_that_the_provider_makes(tmp_path: Path) -> None:
    with vending(film(), "video/mp4") as vendor:
        told = profile(vendor.address, lengths=[5, 10])
        told = replace(told, price=Price(micros=100_000, unit=Unit.SECOND))
        told = replace(told, settings={name: value for name, value in told.settings.items() if name != "charge"})
        job = errand(tmp_path, sources={"a" * 64: written(tmp_path, picture())})
        assert made_by(told, tmp_path).make(CLIP, job).micros == 500_000


@dataclass
class Slot:
    """A slip as an engine has it, kept over two engines."""

    ticket: str = ""
    kept: asyncio.Event = field(default_factory=asyncio.Event)

    async def place(self) -> None:
        await asyncio.sleep(0)

    async def keep(self, ticket: str) -> None:
        await asyncio.sleep(0)
        self.ticket = ticket
        self.kept.set()


async def test_an_engine_that_is_stopped_and_started_again_pays_once(vendor: Vendor, tmp_path: Path) -> None:
    told, slot = profile(vendor.address, cancel=None), Slot()
    ready = Workshop(locker=NoLocker(), cache=tmp_path, settings={"VENDOR_KEY": KEY}, catalog={told.name: told})
    vendor.states = ("running",)
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    first = InProcess(ready)
    running = asyncio.create_task(first.run("vendor", STILL, EngineErrand(folder=tmp_path / "first", slip=slot)))
    await slot.kept.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await first.close()
    vendor.states, second = ("done",), InProcess(ready)
    made = await second.run("vendor", STILL, EngineErrand(folder=tmp_path / "second", slip=slot))
    await second.close()
    assert made.path.exists()
    assert (len(vendor.created), set(vendor.asked)) == (1, {"job/1"})


@pytest.mark.parametrize(("frames", "held"), [(12, False), (6, True), (40, False)])
def test_a_clip_has_exactly_its_frames_rate_and_size(tmp_path: Path, frames: int, held: bool) -> None:  # noqa: FBT001
    with vending(film(frames), "video/mp4") as vendor:
        panel = written(tmp_path, picture())
        job = errand(tmp_path, sources={"a" * 64: panel})
        made = backend(vendor, tmp_path, lengths=[5, 10]).make(CLIP, job)
        assert vendor.created[0]["input"]["seconds"] == 5
    assert made.facts == {"frames": 30, "rate": 30, "width": 108, "height": 192}
    with av.open(made.path) as container:
        stream = container.streams.video[0]
        assert sum(1 for _ in container.decode(stream)) == 30
        assert (stream.width, stream.height, stream.average_rate) == (108, 192, 30)
        assert stream.codec_context.color_primaries == 1
    assert [note.code for note in made.notes] == (["remote-clip-held"] if held else [])


def test_a_line_and_a_cue_are_cleaned_and_measured(tmp_path: Path) -> None:
    with vending(tone(), "audio/wav") as vendor:
        back = backend(vendor, tmp_path)
        said = back.make(VoiceRequest(text="Hello.", language="en", voice=VOICE), errand(tmp_path, "a"))
        music = back.make(CueRequest(mood="joy", milliseconds=1500, seed=1), errand(tmp_path, "b"))
        short = back.make(CueRequest(mood="joy", milliseconds=9000, seed=1), errand(tmp_path, "c"))
    assert soundfile.info(said.path).channels == 1
    assert said.facts["rate"] == 48_000
    assert soundfile.info(music.path).frames == 72_000
    assert (music.notes, [note.code for note in short.notes]) == ((), ["remote-cue-short"])
    assert soundfile.info(short.path).frames == 9 * 48_000


def test_a_voice_is_spoken_by_a_speaker_of_the_profile_and_none_is_copied(tmp_path: Path) -> None:
    with vending(tone(), "audio/wav") as vendor:
        create = settings(vendor.address)["create"] | {"body": {"who": "{voice}", "words": "{text}"}}
        speakers = (Speaker(name="Ann", sex="woman", language="en"), Speaker(name="Bob", sex="man", language="en"))
        told = replace(profile(vendor.address, create=create), speakers=speakers)
        line = VoiceRequest(text="Hello.", language="en", voice=VOICE)
        made_by(told, tmp_path).make(line, errand(tmp_path))
        assert vendor.created == [{"who": "Ann", "words": "Hello."}]
        with pytest.raises(InvalidRequest, match="no lent one"):
            made_by(told, tmp_path).make(replace(line, reference="e" * 64), errand(tmp_path, "two"))
        assert len(vendor.created) == 1


@pytest.mark.parametrize("request_", [CueRequest(mood="joy", milliseconds=1, seed=1)])
def test_what_the_profile_is_not_for_is_refused(vendor: Vendor, tmp_path: Path, request_: Request) -> None:
    with pytest.raises(InvalidRequest, match="not for the operation cue"):
        made_by(profile(vendor.address, "still"), tmp_path).make(request_, errand(tmp_path))
    assert vendor.keys == {}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"create": {"path": "/jobs", "body": {"p": "{prompts}"}, "ticket": "id"}}, r"settings\.create.*\{prompts\}"),
        ({"create": {"path": "https://else.example/x", "body": {}, "ticket": "id"}}, r"settings\.create\.path"),
        ({"create": {"path": "//else.example/x", "body": {}, "ticket": "id"}}, r"settings\.create\.path"),
        ({"create": {"path": "/jobs", "body": {}, "ticket": "$..id[*]"}}, r"settings\.create\.ticket"),
        ({"poll": {"path": "/jobs", "state": "s", "done": ["ok"]}}, r"settings\.poll.*\{ticket\}"),
        ({"poll": {"path": "/jobs/{ticket}", "state": "s", "done": []}}, r"settings\.poll\.done"),
        ({"poll": {"path": "/{ticket}", "state": "s", "done": ["Ok"], "failed": ["ok"]}}, r"settings\.poll: ok cannot"),
        ({"fetch": {}}, r"settings\.fetch: one of"),
        ({"patience": 3}, r"settings\.patience"),
        ({"images": "upload"}, "belong together"),
        ({"base_url": "ftp://x"}, "no http address"),
        ({"base_url": "https://user:pass@vendor.example"}, "put keys where keys belong"),
        ({"key": "OTHER_KEY"}, "needs the key OTHER_KEY .* FEUILLETON_KEYS"),
        ({"headers": {"x": "a\nb"}}, "headers of the profile"),
    ],
)
def test_a_description_that_cannot_work_names_its_field_when_it_is_read(
    vendor: Vendor, tmp_path: Path, changed: dict[str, Any], words: str
) -> None:
    with pytest.raises(Unavailable, match=words):
        backend(vendor, tmp_path, **changed)
