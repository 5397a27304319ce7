"""What is loaded before anything is made: starting the bot must not wait for libraries that only some takes need."""

import subprocess
import sys

import pytest

from tests.architecture.house import ROOT

HEAVY = (
    "torch",
    "diffusers",
    "ray",
    "TTS",
    "langchain",
    "langchain_core",
    "cv2",
    "onnxruntime",
    "xllamacpp",
    "kokoro_onnx",
    "numpy",
    "av",
    "alembic",
    "typst",
    "starlette",  # the servers: a bot that polls Telegram needs neither
    "uvicorn",
)

LOADED = f"import bot.compose, sys; print(*(name for name in {HEAVY!r} if name in sys.modules))"


@pytest.mark.skipif(not (ROOT / "bot" / "compose.py").exists(), reason="there is no bot/compose.py to import")
def test_composing_the_bot_loads_no_heavy_library() -> None:
    child = subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (child.returncode, child.stdout.split(), child.stderr) == (0, [], "")
