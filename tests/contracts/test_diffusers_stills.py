"""What the back-end for image models hands over, held against tiny pipelines that are loaded as real ones are."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from generation.backends import Batching, Workshop, load
from generation.catalog.model import Taken
from generation.catalog.price import FREE
from generation.catalog.profile import Profile
from generation.diffusion.shortage import Crowded
from generation.diffusion.warm import Warm
from generation.diffusion.ways import OWN, Route
from generation.engines.base import Errand
from generation.engines.inprocess import InProcess
from generation.errors import BadResult, Cancelled, Cramped, GenerationError, InvalidRequest, Unavailable
from generation.image import pictures
from generation.image.diffusers import DiffusersStill
from generation.requests.pictures import RetouchRequest, StillRequest, UpscaleRequest
from tests.fakes import pipelines
from tests.fakes.bench import Bench

pytestmark = pytest.mark.slow

STILL = StillRequest(prompt="A gate in the rain.", seed=2**53 + 1, width=64, height=96)
MODELS = ("sd15", "zimage", "flux2_klein")


class NoLocker:
    def path(self, name: str) -> Path:
        raise Unavailable(f"{name} is not here")

    def has(self, _: str) -> bool:
        return False


class Studio:
    """Back-ends of tiny profiles, and pictures to work from."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.count = folder, 0
        self.sources: dict[str, Path] = {}
        self.used: list[Any] = []

    def backend(self, profile: Profile) -> Any:  # noqa: ANN401 - as `load` makes it
        workshop = Workshop(locker=NoLocker(), cache=self.folder / "cache", catalog={profile.name: profile})
        self.used.append(load(profile.name, workshop))
        return self.used[-1]

    def picture(self, name: str, picture: Image.Image) -> str:
        path = self.folder / f"{name}.png"
        picture.save(path)
        self.sources[name] = path
        return name

    def bench(self, **more: Any) -> Bench:  # noqa: ANN401 - fields of a bench
        self.count += 1
        folder = self.folder / f"job-{self.count}"
        folder.mkdir()
        return Bench(folder, sources=self.sources, **more)

    def pixels(self, backend: Any, request: Any) -> np.ndarray:  # noqa: ANN401
        return seen(backend.make(request, self.bench()).path)


@pytest.fixture
def studio(tmp_path: Path) -> Any:  # noqa: ANN401 - a generator of one studio
    studio = Studio(tmp_path)
    yield studio
    for each in studio.used:
        each.close()


def seen(path: Path) -> np.ndarray:
    return np.asarray(Image.open(path), np.int16)


def noise(seed: int, size: tuple[int, int] = (64, 96)) -> Image.Image:
    return Image.fromarray(np.random.default_rng(seed).integers(0, 255, (size[1], size[0], 3), np.uint8))


def drawing(left: int) -> Image.Image:
    """A dark figure on light ground."""
    picture = Image.new("RGB", (64, 96), (230, 225, 210))
    ImageDraw.Draw(picture).ellipse((left, 20, left + 24, 80), fill=(40, 30, 60))
    return picture


def codes(made: Any) -> Sequence[str]:  # noqa: ANN401
    return [each.code for each in made.notes]


@pytest.mark.parametrize("name", MODELS)
def test_a_request_gives_the_same_bytes_and_another_seed_another_picture(name: str, studio: Studio) -> None:
    backend = studio.backend(pipelines.profile(name))
    digests = set()
    for _ in range(2):
        bench = studio.bench()
        made = backend.make(STILL, bench)
        digests.add(sha256(made.path.read_bytes()).hexdigest())
        assert made.media_type == "image/png"
        assert bench.told == sorted(bench.told)
        assert bench.told[-1] == 1
        assert len(bench.told) > 4
    assert len(digests) == 1
    assert (made.facts["width"], made.facts["height"], made.facts["native"]) == (64, 96, [64, 96])
    assert (made.facts["seed"], made.facts["steps"], made.facts["measures"]) == (str(2**53 + 1), 4, "full")
    assert not np.array_equal(seen(made.path), studio.pixels(backend, replace(STILL, seed=3)))
    assert not np.array_equal(seen(made.path), studio.pixels(backend, replace(STILL, prompt="A train.")))


@pytest.mark.parametrize("name", MODELS)
def test_a_cancel_stops_within_one_step_and_leaves_nothing_but_a_model_that_works(name: str, studio: Studio) -> None:
    backend = studio.backend(pipelines.profile(name))
    plain = studio.pixels(backend, STILL)
    bench = studio.bench(stop_after=0.3)
    with pytest.raises(Cancelled):
        backend.make(STILL, bench)
    assert sum(fraction > 0.3 for fraction in bench.told) == 1
    assert list(bench.folder.iterdir()) == []
    assert np.array_equal(studio.pixels(backend, STILL), plain)


def test_the_model_says_what_it_costs_and_under_which_licence_it_stands(studio: Studio) -> None:
    model = studio.backend(pipelines.profile("sd15")).model
    assert (model.name, model.version, model.licence, model.commercial) == ("Tiny sd15", "0" * 40, "CC0-1.0", True)
    assert model.price == FREE


def test_errors_say_what_to_do(studio: Studio) -> None:
    backend = studio.backend(pipelines.profile("sd15"))
    with pytest.raises(InvalidRequest, match="sides are"):
        backend.make(replace(STILL, width=8), studio.bench())
    studio.sources["letter"] = studio.folder / "letter.png"
    studio.sources["letter"].write_text("Dear Sir")
    with pytest.raises(InvalidRequest, match="no picture"):
        backend.make(UpscaleRequest(picture="letter"), studio.bench())
    with pytest.raises(Unavailable, match="no such folder"):
        studio.backend(pipelines.profile("sd15", folder=str(studio.folder / "nowhere"))).make(STILL, studio.bench())
    with pytest.raises(Unavailable, match="has no pipeline"):
        studio.backend(pipelines.profile("sd15", pipeline="Nothing")).make(STILL, studio.bench())
    with pytest.raises(Unavailable, match="feuilleton models"):
        load("diffusers-still", Workshop(locker=NoLocker(), cache=studio.folder))


@pytest.mark.parametrize("name", MODELS)
def test_the_drawing_matters_and_a_firm_hold_keeps_more_of_it(name: str, studio: Studio) -> None:
    backend = studio.backend(pipelines.profile(name))
    left, right = studio.picture("left", drawing(2)), studio.picture("right", drawing(36))
    one = studio.pixels(backend, replace(STILL, layout=left))
    assert not np.array_equal(one, studio.pixels(backend, replace(STILL, layout=right)))
    loose, firm = (studio.pixels(backend, replace(STILL, layout=left, hold=hold)) for hold in (0.0, 1.0))
    assert np.array_equal(loose, studio.pixels(backend, STILL))
    assert not np.array_equal(firm, loose)


def test_a_controlnet_holds_the_picture_to_the_drawing(studio: Studio) -> None:
    profile = pipelines.profile("sd15", settings={"controlnet": str(pipelines.folder("controlnet"))})
    backend = studio.backend(profile)
    left, right = studio.picture("left", drawing(2)), studio.picture("right", drawing(36))
    made = backend.make(replace(STILL, layout=left), studio.bench())
    assert made.notes == ()
    assert not np.array_equal(seen(made.path), studio.pixels(backend, replace(STILL, layout=right)))
    assert not np.array_equal(seen(made.path), studio.pixels(backend, replace(STILL, layout=left, hold=0.1)))
    unheld = studio.pixels(studio.backend(pipelines.profile("sd15")), STILL)
    assert np.array_equal(studio.pixels(backend, STILL), unheld)


def test_references_matter_and_so_does_their_order(studio: Studio) -> None:
    backend = studio.backend(pipelines.profile("flux2_klein"))
    first, second = studio.picture("first", noise(1)), studio.picture("second", noise(2))
    pictures_made = [
        studio.pixels(backend, replace(STILL, references=each)) for each in ((), (first,), (first, second), (second,))
    ]
    assert len({each.tobytes() for each in pictures_made}) == 4


def test_an_ip_adapter_sees_the_references_and_is_gone_without_any(studio: Studio) -> None:
    takes = pipelines.bare_profile("sd15").takes | {Taken.REFERENCES}
    settings = {"ip_adapter": {"folder": str(pipelines.folder("ip_adapter"))}}
    backend = studio.backend(pipelines.profile("sd15", takes=takes, references=2, settings=settings))
    first, second = studio.picture("first", noise(1)), studio.picture("second", drawing(2))
    plain = studio.pixels(backend, STILL)
    seen_both = backend.make(replace(STILL, references=(first, second)), studio.bench())
    assert seen_both.notes == ()
    one = studio.pixels(backend, replace(STILL, references=(first,)))
    other = studio.pixels(backend, replace(STILL, references=(second,)))
    assert len({each.tobytes() for each in (plain, one, other, seen(seen_both.path))}) == 4
    laid = backend.make(replace(STILL, references=(first,), layout=second), studio.bench())
    assert laid.notes == ()
    eyes = backend._warm._pipeline(Route(has_adapter=True)).image_encoder  # noqa: SLF001
    assert backend.make(replace(STILL, references=(second,)), studio.bench()).notes == ()
    assert backend._warm._pipeline(Route(has_adapter=True)).image_encoder is eyes, "it is loaded once"  # noqa: SLF001
    assert np.array_equal(studio.pixels(backend, STILL), plain)
    settings = {"ip_adapter": {"folder": str(studio.folder), "weight": "ip-adapter.bin"}}
    pickled = studio.backend(pipelines.profile("sd15", takes=takes, references=2, settings=settings))
    with pytest.raises(Unavailable, match="could run code"):
        pickled.make(replace(STILL, references=(first,)), studio.bench())


def test_what_a_model_does_not_take_is_left_out_and_said(studio: Studio) -> None:
    first = studio.picture("first", noise(1))
    asked = replace(STILL, references=(first,), layout=first, negative="rain")
    deaf = studio.backend(pipelines.profile("zimage", takes=frozenset()))
    made = deaf.make(asked, studio.bench())
    assert codes(made) == ["no-layout", "no-references", "negative-ignored"]
    assert np.array_equal(seen(made.path), studio.pixels(deaf, STILL))
    four = replace(STILL, references=(first,) * 4, layout=first)
    made = studio.backend(pipelines.profile("flux2_klein")).make(four, studio.bench())
    assert [each.code for each in made.notes] == ["fewer-references"]
    assert dict(made.notes[0].facts) == {"taken": "2", "asked": "4"}
    assert codes(studio.backend(pipelines.profile("sd15")).make(asked, studio.bench())) == ["no-references"]


@pytest.mark.parametrize("name", MODELS)
def test_a_mask_keeps_every_other_pixel_exactly(name: str, studio: Studio) -> None:
    before = noise(5)
    mask = Image.new("L", before.size, 0)
    ImageDraw.Draw(mask).rectangle((16, 16, 47, 63), fill=255)
    request = RetouchRequest(
        picture=studio.picture("before", before),
        instruction="a red coat",
        mask=studio.picture("mask", mask),
        seed=1,
        width=64,
        height=96,
    )
    after = studio.pixels(studio.backend(pipelines.profile(name)), request)
    where = np.asarray(mask) > 0
    assert np.array_equal(after[~where], np.asarray(before)[~where])
    assert not np.array_equal(after[where], np.asarray(before)[where])


def test_an_instruction_changes_the_picture_where_a_model_follows_any(studio: Studio) -> None:
    picture = studio.picture("before", noise(5))
    request = RetouchRequest(picture=picture, instruction="make it night", seed=1, width=64, height=96)
    made = studio.backend(pipelines.profile("flux2_klein")).make(request, studio.bench())
    assert made.notes == ()
    made = studio.backend(pipelines.profile("sd15")).make(request, studio.bench())
    assert codes(made) == ["retouch-by-words"]


def test_an_empty_mask_is_refused(studio: Studio) -> None:
    mask = studio.picture("mask", Image.new("L", (64, 96), 0))
    request = RetouchRequest(
        picture=studio.picture("p", noise(1)), instruction="", mask=mask, seed=1, width=64, height=96
    )
    with pytest.raises(InvalidRequest, match="nothing of the picture"):
        studio.backend(pipelines.profile("sd15")).make(request, studio.bench())


def test_a_picture_is_enlarged_by_an_upscaler_or_plainly_and_says_so(studio: Studio) -> None:
    request = UpscaleRequest(picture=studio.picture("small", noise(1, (32, 48))), width=128, height=192)
    plain = studio.backend(pipelines.profile("sd15")).make(request, studio.bench())
    assert codes(plain) == ["upscaled-plainly"]
    assert (plain.facts["width"], plain.facts["height"]) == (128, 192)
    made = studio.backend(pipelines.profile("upscaler")).make(request, studio.bench())
    assert made.notes == ()
    assert seen(made.path).shape == (192, 128, 3)


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("is_drawn", [False, True])
def test_a_batch_equals_its_singles(name: str, is_drawn: bool, studio: Studio) -> None:  # noqa: FBT001
    backend = studio.backend(pipelines.profile(name))
    assert isinstance(backend, Batching)
    layout = studio.picture("left", drawing(2)) if is_drawn else ""
    requests = [replace(STILL, prompt=f"shot {n}", seed=n, layout=layout) for n in range(3)]
    assert backend.together(requests[0]) == 4
    assert all(backend.fits(requests[0], each) for each in requests)
    batch = backend.make_all(requests, [studio.bench() for _ in requests])
    for request, made in zip(requests, batch, strict=True):
        assert not isinstance(made, GenerationError), made
        assert np.abs(seen(made.path) - studio.pixels(backend, request)).max() <= 1
        assert made.facts["seed"] == str(request.seed)


def test_one_of_a_batch_that_is_called_off_lets_the_others_go_on(studio: Studio) -> None:
    backend = studio.backend(pipelines.profile("sd15"))
    requests = [replace(STILL, seed=n) for n in range(3)]
    benches = [studio.bench(), studio.bench(stop_after=0.3), studio.bench()]
    first, second, third = backend.make_all(requests, benches)
    assert isinstance(second, Cancelled)
    assert list(benches[1].folder.iterdir()) == []
    for made, request in ((first, requests[0]), (third, requests[2])):
        assert np.abs(seen(made.path) - studio.pixels(backend, request)).max() <= 1
    stopped = [studio.bench(stop_after=0.3) for _ in requests]
    assert all(isinstance(each, Cancelled) for each in backend.make_all(requests, stopped))
    assert max(len(each.told) for each in stopped) < 5


def test_one_of_a_batch_that_cannot_be_planned_lets_the_others_go_on(studio: Studio) -> None:
    backend = studio.backend(pipelines.profile("sd15"))
    studio.sources["letter"] = studio.folder / "letter.png"
    studio.sources["letter"].write_text("Dear Sir")
    requests = [replace(STILL, layout="letter"), replace(STILL, layout=studio.picture("left", drawing(2)))]
    first, second = backend.make_all(requests, [studio.bench(), studio.bench()])
    assert isinstance(first, InvalidRequest)
    assert seen(second.path).shape == (96, 64, 3)


class Narrow(Warm):
    """A model whose memory holds two pictures at once."""

    def run(self, job: Any, *, seed: Any, **arguments: Any) -> Any:  # noqa: ANN401 - passed on
        if not isinstance(seed, int) and len(seed) > 2:
            raise Crowded("too many")
        return super().run(job, seed=seed, **arguments)


def test_a_batch_that_memory_does_not_hold_is_painted_in_halves(studio: Studio) -> None:
    profile = pipelines.profile("sd15")
    workshop = Workshop(locker=NoLocker(), cache=studio.folder, profile=profile)
    backend = DiffusersStill(workshop, Narrow(profile, workshop))
    requests = [replace(STILL, seed=n) for n in range(4)]
    batch = backend.make_all(requests, [studio.bench() for _ in requests])
    for request, made in zip(requests, batch, strict=True):
        assert np.abs(seen(made.path) - studio.pixels(backend, request)).max() <= 1
    assert backend.together(STILL) == 2


def test_stills_of_other_sizes_steps_or_references_are_no_batch(studio: Studio) -> None:
    backend = studio.backend(pipelines.profile("flux2_klein"))
    numbers = ({"width": 128}, {"steps": 2}, {"guidance": 2.0}, {"pixels": 9})
    for change in (*numbers, {"layout": "x"}, {"negative": "rain"}):
        assert not backend.fits(STILL, replace(STILL, **change))
    assert not backend.fits(replace(STILL, references=("x",)), replace(STILL, references=("x",)))
    assert backend.together(UpscaleRequest(picture="x")) == 1


async def test_the_engine_paints_what_waits_together_and_stops_what_nobody_wants(studio: Studio) -> None:
    profile = pipelines.profile("sd15")
    workshop = Workshop(locker=NoLocker(), cache=studio.folder / "cache", catalog={profile.name: profile})
    engine, heard, begun = InProcess(workshop), [], asyncio.Event()

    def report(fraction: float) -> None:
        heard.append(fraction)
        if fraction:
            begun.set()

    def errand(**more: Any) -> Errand:  # noqa: ANN401
        return Errand(folder=studio.bench().folder, **more)

    requests = [replace(STILL, seed=n) for n in range(4)]
    made = await asyncio.gather(*(engine.run(profile.name, each, errand()) for each in requests))
    assert len({each.path.read_bytes() for each in made}) == 4

    endless = errand(report=report)
    task = asyncio.create_task(engine.run(profile.name, replace(STILL, steps=900), endless))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert heard[-1] < 0.9
    assert list(endless.folder.iterdir()) == []
    again = await engine.run(profile.name, requests[0], errand())
    assert np.abs(seen(again.path) - seen(made[0].path)).max() <= 1
    await engine.close()


def test_a_still_has_the_size_asked_for_whatever_the_model_paints_in(studio: Studio) -> None:
    backend = studio.backend(pipelines.profile("sd15"))
    made = backend.make(replace(STILL, width=108, height=192), studio.bench())
    assert seen(made.path).shape == (192, 108, 3)
    assert made.facts["native"] == [64, 96]
    assert made.facts["steps"] == 4
    fewer = backend.make(replace(STILL, steps=2), studio.bench())
    assert fewer.facts["steps"] == 2


SMALL = 48 * 64
"""The pixels of the largest size below `STILL`'s own that memory may hold."""


@pytest.mark.parametrize("name", MODELS)
def test_what_is_painted_smaller_has_the_size_asked_for_and_says_so(name: str, studio: Studio) -> None:
    backend = studio.backend(pipelines.profile(name))
    whole, small = (backend.make(replace(STILL, pixels=each), studio.bench()) for each in (0, SMALL))
    assert seen(small.path).shape == seen(whole.path).shape == (96, 64, 3)
    width, height = small.facts["native"]
    assert width * height <= SMALL
    assert [each.code for each in small.notes] == ["painted-smaller"]
    assert dict(small.notes[0].facts) == {"width": str(width), "height": str(height)}
    assert (whole.facts["native"], whole.notes) == ([64, 96], ())
    assert small.path.read_bytes() != whole.path.read_bytes()
    again = backend.make(replace(STILL, pixels=SMALL), studio.bench())
    assert again.path.read_bytes() == small.path.read_bytes()


def test_a_change_is_painted_smaller_and_keeps_what_is_outside_of_its_mask(studio: Studio) -> None:
    backend = studio.backend(pipelines.profile("sd15"))
    mask = Image.new("L", (64, 96))
    ImageDraw.Draw(mask).rectangle((16, 16, 47, 47), fill=255)
    before = noise(1)
    request = RetouchRequest(
        picture=studio.picture("before", before), mask=studio.picture("mask", mask), instruction="a lamp", seed=1,
        width=64, height=96, pixels=SMALL,
    )  # fmt: skip
    made = backend.make(request, studio.bench())
    assert made.facts["native"] == [48, 64]
    assert "painted-smaller" in [each.code for each in made.notes]
    assert (seen(made.path)[60:] == np.asarray(before, np.int16)[60:]).all()


class Cramping(Warm):
    """A machine that holds no more than so many pixels."""

    def run(self, job: Any, *, size: Any = None, **arguments: Any) -> Any:  # noqa: ANN401 - as the real one
        if size[0] * size[1] > SMALL:
            raise Cramped("memory does not hold this size", 48, 64, model=self.profile.model.name)
        return super().run(job, size=size, **arguments)


def test_what_memory_holds_is_painted_when_it_is_asked_for(studio: Studio) -> None:
    profile = pipelines.profile("sd15")
    workshop = Workshop(locker=NoLocker(), cache=studio.folder, profile=profile)
    backend = DiffusersStill(workshop, Cramping(profile, workshop))
    with pytest.raises(Cramped) as told:
        backend.make(STILL, studio.bench())
    assert told.value.model == profile.model.name
    made = backend.make(replace(STILL, pixels=told.value.width * told.value.height), studio.bench())
    assert made.facts["native"] == [told.value.width, told.value.height]


def test_a_picture_that_memory_cannot_enlarge_is_not_offered_smaller(studio: Studio) -> None:
    profile = pipelines.profile("upscaler")
    workshop = Workshop(locker=NoLocker(), cache=studio.folder, profile=profile)
    backend = DiffusersStill(workshop, Cramping(profile, workshop))
    request = UpscaleRequest(picture=studio.picture("small", noise(1)), width=512, height=768)
    with pytest.raises(Unavailable, match="another model for upscale") as told:
        backend.make(request, studio.bench())
    assert not isinstance(told.value, Cramped)


def test_a_picture_of_one_colour_is_no_result(studio: Studio) -> None:
    backend = studio.backend(pipelines.profile("sd15"))
    request = StillRequest(prompt="x", seed=1, width=64, height=96)
    backend.make(request, studio.bench())
    last = backend._warm._pipeline(OWN).vae.decoder.conv_out  # noqa: SLF001 - damaged on purpose
    last.weight.data.mul_(float("nan"))
    with pytest.raises(BadResult, match="one colour"):
        backend.make(request, studio.bench())


def test_files_are_marked_as_srgb_and_hold_no_time(studio: Studio) -> None:
    made = studio.backend(pipelines.profile("sd15")).make(STILL, studio.bench())
    content = made.path.read_bytes()
    assert b"sRGB" in content
    assert b"tIME" not in content
    assert pictures.opened(made.path).mode == "RGB"
