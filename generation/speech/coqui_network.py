"""A speech model of coqui-tts in memory: it says one sentence at a time, and can be stopped inside of one.

This module imports PyTorch and the library; it is imported when the first line is spoken.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import torch
import transformers
from coqpit import Coqpit
from TTS.config.shared_configs import BaseDatasetConfig
from TTS.tts.configs.xtts_config import XttsArgs, XttsAudioConfig, XttsConfig
from TTS.tts.models.vits import Vits
from TTS.tts.models.xtts import Xtts

from generation.errors import InvalidRequest
from generation.speech.coqui_folder import checkpoint_of, config_of
from generation.speech.decoding import decoded
from generation.speech.recording import Audio

Watch = Callable[[], None]
"""Called many times within a sentence; it raises when nobody wants the result."""

_DEEP = 2
"""Dots in the name of the parts that are watched: each is at work for some milliseconds."""

_LONGEST = 30
"""Seconds of a recording that a voice is taken from."""

_HEARD = 22_050
"""Samples a second at which XTTS listens to it."""

_HOMES = ("TTS.tts.configs.xtts_config", "TTS.tts.models.xtts")
"""Where the classes of these settings are, and where they were when it was saved."""

_SETTINGS: list[Any] = [
    XttsConfig,
    BaseDatasetConfig,
    *((kind, f"{home}.{kind.__name__}") for kind in (XttsArgs, XttsAudioConfig) for home in _HOMES),
]
"""What the published XTTS checkpoint holds beside its weights: settings, which are values and no code."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Saying:
    """One sentence: who says it, in which language, how fast (1 is the speaker's own pace), from which noise.

    `reference` is the recording of a lent voice, in place of a speaker of the model's own.
    """

    text: str
    language: str
    speaker: str
    speed: float
    seed: int
    reference: Path | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A sentence as it was said: mono samples, and the characters that the model does not know and left out."""

    samples: Audio
    dropped: str = ""


class Network(Protocol):
    """A model of one family."""

    @property
    def rate(self) -> int:
        """Samples a second."""

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names of its own speakers; none where it has one voice."""

    def say(self, saying: Saying, watch: Watch) -> Said:
        """Say a sentence, at `rate`.

        Raises:
            InvalidRequest: it does not speak the language, or knows no letter of the words.
        """


def load(folder: Path, kind: str) -> Network:
    """Load the model in a folder onto a device of this kind.

    Raises:
        Unavailable: there is none that can be loaded safely.
    """
    config = config_of(folder)
    return _FAMILIES[config["model"]](config, folder, kind)


class VitsNetwork:
    """VITS: one pass from letters to sound, with speakers (and languages) that it was trained on."""

    def __init__(self, config: Coqpit, folder: Path, kind: str) -> None:
        """Load the weights, and nothing but weights."""
        self._model = Vits(config)
        self._model.load_checkpoint(config, checkpoint_of(folder), eval=True)
        self._model.to(kind)
        self._pace = float(self._model.length_scale)

    @property
    def rate(self) -> int:
        """Samples a second."""
        return int(self._model.config.audio["sample_rate"])

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names of its speakers."""
        return _names(self._model.speaker_manager)

    def say(self, saying: Saying, watch: Watch) -> Said:
        """Say a sentence in one pass."""
        if saying.reference is not None:
            raise InvalidRequest("a VITS model speaks with its own speakers only; choose a model that takes a voice")
        language = self._language(saying.language)
        dropped = self._dropped(saying.text, language)
        with _seeded(saying.seed), watched(self._model, watch), torch.inference_mode():
            self._model.length_scale = self._pace / saying.speed
            said = self._model.synthesize(saying.text, speaker=saying.speaker or None, language=language)
        return Said(samples=np.asarray(said["wav"], np.float32).reshape(-1), dropped=dropped)

    def _language(self, asked: str) -> str | None:
        """Return the model's own name of a language; nothing where it was trained on one."""
        names = self._model.language_manager.language_names
        if len(names) < 2:  # noqa: PLR2004 - no choice
            return None
        for name in names:
            if re.split("[-_]", name.lower())[0] == asked:
                return str(name)
        raise InvalidRequest(f"the voice model does not speak {asked}; it speaks {', '.join(names)}")

    def _dropped(self, text: str, language: str | None) -> str:
        """Return the characters that the model was not trained on; words without any other one break the library."""
        tokenizer = self._model.tokenizer
        tokenizer.not_found_characters.clear()
        silent = {tokenizer.characters.blank_id, tokenizer.characters.pad_id}
        ids = [each for each in tokenizer.text_to_ids(text, language=language) if each not in silent]
        if not any(each.isalnum() for each in tokenizer.ids_to_text(ids)):
            raise InvalidRequest(f"the voice model knows no letter of {text[:60]!r}")
        return "".join(tokenizer.not_found_characters)


class XttsNetwork:
    """XTTS: words to sound token by token, in many languages, with its own speakers or a voice that is lent."""

    def __init__(self, config: Coqpit, folder: Path, kind: str) -> None:
        """Load the weights, and nothing but weights.

        The library would write an old checkpoint anew, in place; ours are kept as they were fetched.
        """
        self._model = Xtts(config)
        self._model._load_checkpoint = _weights  # noqa: SLF001 - the one hook that it has
        self._model.load_checkpoint(config, checkpoint_dir=folder, eval=True)
        self._model.to(kind)

    @property
    def rate(self) -> int:
        """Samples a second."""
        return int(self._model.args.output_sample_rate)

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names of its speakers."""
        return _names(self._model.speaker_manager)

    def say(self, saying: Saying, watch: Watch) -> Said:
        """Say a sentence in as many parts as the model's limit of letters asks for."""
        limit = self._model.tokenizer.char_limits.get(saying.language)
        if limit is None:
            raise InvalidRequest(f"the voice model does not speak {saying.language}")
        with _seeded(saying.seed), watched(self._model, watch), torch.inference_mode():
            voice = self._voice(saying)
            parts = [self._said(part, saying, voice) for part in pieces(saying.text, limit - 1)]
        return Said(samples=np.concatenate(parts))

    def _said(self, text: str, saying: Saying, voice: tuple[Any, Any]) -> Audio:
        config = self._model.config
        said = self._model.inference(
            text,
            saying.language,
            *voice,
            temperature=config.temperature,
            length_penalty=config.length_penalty,
            repetition_penalty=config.repetition_penalty,
            top_k=config.top_k,
            top_p=config.top_p,
            speed=saying.speed,
        )
        return np.asarray(said["wav"], np.float32).reshape(-1)

    def _voice(self, saying: Saying) -> tuple[Any, Any]:
        """Return what the model needs of a voice: from a recording, or from the file of its own speakers."""
        if saying.reference is None:
            first, second = self._model.speaker_manager.speakers[saying.speaker].values()
            return first, second
        samples = torch.from_numpy(decoded(saying.reference, _HEARD, seconds=_LONGEST + 1)).unsqueeze(0)
        config = self._model.config
        latents = self._model.get_gpt_cond_latents(
            samples, _HEARD, length=config.gpt_cond_len, chunk_length=config.gpt_cond_chunk_len
        )
        return latents, self._model.get_speaker_embedding(samples, _HEARD)


transformers.utils.logging.set_verbosity_error()  # type: ignore[no-untyped-call]  # it wonders at XTTS's own words

_FAMILIES: dict[str, Callable[[Coqpit, Path, str], Network]] = {"vits": VitsNetwork, "xtts": XttsNetwork}


def pieces(text: str, limit: int) -> tuple[str, ...]:
    """Split words into parts of at most `limit` characters: after a comma, else at a space, else anywhere."""
    found = []
    while len(text) > limit:
        head = text[: limit + 1]
        stop = max(head.rfind(mark) for mark in ",;:，；：、")
        stop = stop + 1 if stop > 0 else head.rfind(" ")
        stop = min(stop if stop > 0 else limit, limit)
        found.append(text[:stop].strip())
        text = text[stop:].strip()
    return tuple(filter(None, (*found, text)))


@contextmanager
def watched(model: torch.nn.Module, watch: Watch) -> Iterator[None]:
    """Call `watch` before each larger part of a model goes to work; what it raises ends the sentence there."""
    parts = [part for name, part in model.named_modules() if name and name.count(".") <= _DEEP]
    handles = [part.register_forward_pre_hook(lambda *_: watch()) for part in parts]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


@contextmanager
def _seeded(seed: int) -> Iterator[None]:
    """Draw the noise of a sentence from a seed, and leave the process's own dice as they were."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        yield


def _weights(path: Path) -> Any:  # noqa: ANN401 - a table of tensors
    """Return the weights of an XTTS checkpoint, an old one with its settings in it too."""
    with torch.serialization.safe_globals(_SETTINGS):
        return torch.load(path, map_location="cpu", weights_only=True)["model"]


def _names(known: Any) -> tuple[str, ...]:  # noqa: ANN401 - each family has a class of its own
    return tuple(str(name) for name in getattr(known, "speaker_names", ()) or ())
