"""Published models bring parts that the smallest pipelines do without: what they need is installed, and is used."""

from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generation.backends import Workshop, load
from generation.diffusion import libraries
from generation.requests.pictures import StillRequest
from generation.requests.sound import CueRequest
from tests.fakes import pipelines
from tests.fakes.bench import Bench

pytestmark = pytest.mark.slow

STILL = StillRequest(prompt="A gate in the rain.", seed=3, width=64, height=96)
CUE = CueRequest(mood="wonder", milliseconds=3_500, seed=4)

needs_vision = pytest.mark.skipif(find_spec("torchvision") is None, reason="torchvision is not installed")
needs_noise = pytest.mark.skipif(find_spec("torchsde") is None, reason="torchsde is not installed")


class NoLocker:
    def path(self, name: str) -> Path:
        raise AssertionError(name)

    def has(self, _: str) -> bool:
        return False


def digest(name: str, request: Any, folder: Path, **bench: Any) -> str:  # noqa: ANN401 - any request, any field
    profile = pipelines.profile(name)
    backend = load(name, Workshop(locker=NoLocker(), cache=folder, catalog={name: profile}))
    made = backend.make(request, Bench(folder, **bench))
    backend.close()
    return sha256(made.path.read_bytes()).hexdigest()


@needs_vision
def test_an_editing_model_that_reads_pictures_with_its_text_encoder_paints_what_it_is_shown(tmp_path: Path) -> None:
    shown = tmp_path / "drawing.png"
    Image.linear_gradient("L").convert("RGB").resize((64, 96)).save(shown)
    drawn = StillRequest(prompt=STILL.prompt, seed=3, layout="drawing", width=64, height=96)
    first = digest("qwen_edit", drawn, tmp_path, sources={"drawing": shown})
    assert digest("qwen_edit", drawn, tmp_path, sources={"drawing": shown}) == first
    assert digest("qwen_edit", STILL, tmp_path) != first


@needs_vision
def test_an_editing_model_paints_from_words_alone_too(tmp_path: Path) -> None:
    assert digest("qwen_edit", STILL, tmp_path) == digest("qwen_edit", STILL, tmp_path)


@needs_vision
def test_what_prepares_pictures_for_the_large_flux_is_there() -> None:
    libraries.diffusers()
    from transformers import PixtralImageProcessor, PixtralProcessor  # noqa: PLC0415

    words, _ = pipelines.qwen_tokenizer()
    assert PixtralProcessor(image_processor=PixtralImageProcessor(), tokenizer=words).patch_size == 16


@needs_noise
@pytest.mark.filterwarnings("ignore:Should have t:UserWarning")  # torchsde, about the last digit of a step's size
def test_music_by_the_published_scheduler_is_the_same_each_time(tmp_path: Path) -> None:
    assert digest("stable_audio_noisy", CUE, tmp_path) == digest("stable_audio_noisy", CUE, tmp_path)
