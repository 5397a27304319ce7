"""Tiny speech models of random weights for coqui-tts, written to disk as real ones are: nothing is downloaded.

What they say is noise; their files, speakers, rates and seeds are the real ones.
"""

# ruff: noqa: PLC0415 - heavy libraries, imported when a test builds one of these

import os
import tempfile
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from generation.catalog.model import Taken
from generation.catalog.profile import Licence, Profile, Speaker, Training
from generation.diffusion.libraries import hushed
from generation.torchaudio import ensure

SPEAKERS = (
    Speaker(name="mara", language="en", sex="woman"),
    Speaker(name="nell", language="en", sex="woman"),
    Speaker(name="agnes", language="en", sex="woman", age="old"),
    Speaker(name="ivo", language="en", sex="man"),
    Speaker(name="luc", language="fr", sex="man"),
    Speaker(name="zoe", language="fr", sex="woman"),
)
XTTS_SPEAKERS = ("Ana Florence", "Aaron Dreschner")
LETTERS = "abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüœ"
RATE = 22_050


def profile(folder: Path, *, clones: bool = False) -> Profile:
    """The profile of a model in this folder; whoever runs the test trusts its weights."""
    return Profile(
        name="tiny-voice",
        title="Tiny voice",
        backend="coqui",
        operations=("voice",),
        licence=Licence(name="Apache-2.0", url="https://example.org/licence", read="2026-11-27", commercial=True),
        training=Training(found=True, read="2026-11-27", words="random numbers"),
        folder=str(folder),
        pickles=("model.pth", "speakers_xtts.pth"),
        speakers=() if clones else SPEAKERS,
        takes=frozenset({Taken.CLONING}) if clones else frozenset(),
    )


def vits() -> Path:
    """The folder of a VITS model that has `SPEAKERS`, built once a run of the tests."""
    return _built("vits", _home())


def xtts() -> Path:
    """The folder of an XTTS model that speaks three languages with two speakers, or with a voice that is lent."""
    return _built("xtts", _home())


@cache
def _home() -> Path:
    import torch

    code = sha256(Path(__file__).read_bytes()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"feuilleton-voices-{torch.__version__}-{code}-{os.getuid()}"


@cache
def _built(name: str, root: Path) -> Path:
    out = root / name
    if not out.exists():
        root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=root) as scratch, hushed():
            ensure()
            made = Path(scratch) / name
            made.mkdir()
            _WRITERS[name](made)
            # Another process may have been faster: then what is there is the same.
            with suppress(OSError):
                made.rename(out)
    return out


def _vits(out: Path) -> None:
    import torch
    from TTS.config.shared_configs import BaseAudioConfig
    from TTS.tts.configs.shared_configs import CharactersConfig
    from TTS.tts.configs.vits_config import VitsArgs, VitsConfig
    from TTS.tts.models.vits import Vits

    config = VitsConfig(
        model_args=VitsArgs(
            init_discriminator=False,  # it would be 190 MB, and only training needs it
            use_speaker_embedding=True,
            speaker_embedding_channels=16,
            hidden_channels=16,
            hidden_channels_ffn_text_encoder=32,
            num_heads_text_encoder=2,
            num_layers_text_encoder=1,
            num_layers_flow=1,
            num_layers_posterior_encoder=1,
            upsample_initial_channel_decoder=32,
            resblock_type_decoder="2",
            resblock_kernel_sizes_decoder=[3],
            resblock_dilation_sizes_decoder=[[1, 3, 5]],
        ),
        audio=BaseAudioConfig(sample_rate=RATE, mel_fmax=None),
        use_phonemes=False,
        text_cleaner="multilingual_cleaners",
        characters=CharactersConfig(
            characters_class="TTS.tts.models.vits.VitsCharacters",
            pad="_",
            eos="",
            bos="",
            blank="",
            characters=LETTERS,
            punctuations=" !,.?'-",
            phonemes="",
        ),
        speakers=[each.name for each in SPEAKERS],
        test_sentences=[],
    )
    with torch.random.fork_rng():
        torch.manual_seed(0)
        torch.save({"model": Vits(config).state_dict()}, out / "model.pth")
    config.save_json(str(out / "config.json"))


def _xtts(out: Path) -> None:
    import torch
    from tokenizers import Tokenizer, models
    from TTS.tts.configs.xtts_config import XttsArgs, XttsConfig
    from TTS.tts.layers.xtts.tokenizer import VoiceBpeTokenizer
    from TTS.tts.models.xtts import Xtts

    special = ["[STOP]", "[UNK]", "[SPACE]", "[START]", "[en]", "[fr]", "[zh-cn]"]
    vocabulary = {token: number for number, token in enumerate([*special, *LETTERS, *"',.?!-"])}
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=[], unk_token="[UNK]"))  # noqa: S106 - a word of the vocabulary
    tokenizer.add_special_tokens(special)
    tokenizer.save(str(out / "vocab.json"))
    args = XttsArgs(
        gpt_layers=1,
        gpt_n_model_channels=16,
        gpt_n_heads=2,
        gpt_max_audio_tokens=24,
        gpt_num_audio_tokens=34,
        gpt_start_audio_token=32,
        gpt_stop_audio_token=33,
        gpt_use_perceiver_resampler=True,
        decoder_input_dim=16,
    )
    config = XttsConfig(model_args=args, languages=["en", "fr", "zh-cn"])
    config.save_json(str(out / "config.json"))
    with torch.random.fork_rng():
        torch.manual_seed(0)
        model = Xtts(config)
        model.tokenizer = VoiceBpeTokenizer(vocab_file=str(out / "vocab.json"))
        model.init_models()
        model.gpt.mel_head.bias.data[args.gpt_stop_audio_token] = -100.0  # it says its fill, and never stops at once
        torch.save({"model": model.state_dict()}, out / "model.pth")
        voices = {
            name: {"latent": torch.randn(1, 32, 16), "embedding": torch.randn(1, 512, 1)} for name in XTTS_SPEAKERS
        }
        torch.save(voices, out / "speakers_xtts.pth")


_WRITERS = {"vits": _vits, "xtts": _xtts}
