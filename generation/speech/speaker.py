"""Kokoro-82M at work: words to phonemes, phonemes and a voice to sound. Loads the network when made."""

import re
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from kokoro_onnx.chunker import split_phonemes
from kokoro_onnx.config import MAX_PHONEME_LENGTH
from kokoro_onnx.tokenizer import Tokenizer
from numpy.typing import NDArray

from generation.speech.recording import Audio, resampled
from generation.voices import Mix, Voice

RATE = 24_000
"""Samples a second that the network makes."""

MELODY = slice(128, 256)
"""The half of a voice's 256 numbers that drives rhythm and pitch; the other half is its timbre (StyleTTS 2)."""

_SWITCH = re.compile(r"\([a-z-]+\)")
"""Where eSpeak says that it reads a foreign word in its own language: not to be spoken."""


class Speaker:
    """The network with its voices, on one thread."""

    def __init__(self, network: Path, voices: Path, cache: Path) -> None:
        """Load `network` (ONNX); `voices` is a folder of float32 files, shape (510, 1, 256) each.

        `cache` keeps the Chinese dictionary in the form that loads quickly.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
        self._inputs = {each.name: each.type for each in self._session.get_inputs()}
        self._tokenizer = Tokenizer()
        self._voices, self._cache = voices, cache

    def say(self, sentence: str, voice: Voice, speed: float) -> Audio:
        """Speak a sentence; return mono samples at 48 kHz, silence trimmed to a breath at both ends."""
        style = self._style(voice)
        phonemes = self.phonemes(sentence, voice)
        chunks = [self._tokenizer.tokenize(chunk) for chunk in split_phonemes(phonemes, MAX_PHONEME_LENGTH)]
        sounds = [self._sound(tokens, style, speed) for tokens in chunks if tokens]
        if not sounds:
            return np.zeros(0, np.float32)
        return _bare(resampled(np.concatenate(sounds), RATE, voice.size))

    def phonemes(self, sentence: str, voice: Voice) -> str:
        """Return what is spoken of a sentence in Kokoro's phonemes: IPA with its marks, tones and pauses."""
        if voice.language == "zh":
            phonemes, _ = self._mandarin(sentence)
        else:
            phonemes = self._tokenizer.phonemize(sentence, voice.accent)
        return " ".join(_SWITCH.sub("", phonemes).split())

    def _sound(self, tokens: list[int], style: NDArray[np.float32], speed: float) -> Audio:
        """Run the network; a voice has one row for each number of phonemes."""
        values: dict[str, Any] = {"style": style[min(len(tokens), len(style)) - 1], "speed": [speed]}
        names = {"style", "speed"}
        (words,) = set(self._inputs) - names
        values[words] = [[0, *tokens, 0]]
        feed = {name: np.asarray(value, _TYPES[self._inputs[name]]) for name, value in values.items()}
        sound, *_ = self._session.run(None, feed)
        return np.asarray(sound, np.float32).ravel()

    def _style(self, voice: Voice) -> NDArray[np.float32]:
        style = self._mixed(voice.timbre)
        style[..., MELODY] = self._mixed(voice.melody)[..., MELODY]
        return style

    def _mixed(self, mix: Mix) -> NDArray[np.float32]:
        parts = [np.float32(share) * np.fromfile(self._voices / f"{name}.bin", np.float32) for name, share in mix]
        return np.asarray(np.sum(parts, axis=0), np.float32).reshape(-1, 1, 256)

    @cached_property
    def _mandarin(self) -> Any:  # noqa: ANN401 - misaki ships no types
        import jieba  # type: ignore[import-untyped]  # noqa: PLC0415 - a dictionary of 350,000 words, for Chinese only
        from misaki.zh import ZHG2P  # noqa: PLC0415

        jieba.setLogLevel("WARNING")
        self._cache.mkdir(parents=True, exist_ok=True)
        jieba.dt.tmp_dir = str(self._cache)
        return ZHG2P()


_TYPES = {"tensor(float)": np.float32, "tensor(int64)": np.int64, "tensor(int32)": np.int32}


def _bare(sound: Audio) -> Audio:
    """Cut what is more than 30 ms before or 60 ms after the sound proper, -40 dB under its loudest sample."""
    heard = np.flatnonzero(np.abs(sound) > 0.01 * np.abs(sound).max())
    if not len(heard):
        return sound
    return sound[max(0, heard[0] - 1440) : heard[-1] + 2880]
