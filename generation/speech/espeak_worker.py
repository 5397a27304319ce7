"""A child process that lets eSpeak NG speak one line: `python espeak_worker.py FILE`.

Standard input holds JSON with `text`, `voice`, `rate` (words a minute) and `pitch` (0 to 100). Raw 16-bit mono samples
go to FILE, their rate in Hz to standard output. eSpeak NG keeps its state in globals of the whole process and is under
GPL-3.0: a process of its own keeps both apart from the studio.
"""

import ctypes
import json
import sys
from pathlib import Path
from typing import Any

import espeakng_loader

_RETRIEVAL = 1
"""Output mode: samples are handed to a callback, in the caller's thread."""

_UTF8, _RATE, _PITCH, _CHARACTERS = 1, 1, 3, 1

_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


def main() -> int:
    """Speak what standard input asks for."""
    request = json.load(sys.stdin)
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    rate = library.espeak_Initialize(_RETRIEVAL, 0, espeakng_loader.get_data_path().encode(), 0)
    if rate <= 0 or library.espeak_SetVoiceByName(request["voice"].encode()) != 0:
        sys.stderr.write(f"eSpeak NG cannot speak as {request['voice']}\n")
        return 1
    Path(sys.argv[1]).write_bytes(_spoken(library, request))
    sys.stdout.write(f"{rate}\n")
    return 0


def _spoken(library: ctypes.CDLL, request: dict[str, Any]) -> bytes:
    """Return the samples of the whole text."""
    heard = bytearray()

    def hear(samples: Any, count: int, _events: Any) -> int:  # noqa: ANN401 - C pointers
        if samples and count > 0:
            heard.extend(ctypes.string_at(samples, 2 * count))
        return 0

    callback = _Callback(hear)
    library.espeak_SetSynthCallback(callback)
    library.espeak_SetParameter(_RATE, int(request["rate"]), 0)
    library.espeak_SetParameter(_PITCH, int(request["pitch"]), 0)
    text = request["text"].encode() + b"\0"
    library.espeak_Synth(text, ctypes.c_size_t(len(text)), 0, _CHARACTERS, 0, _UTF8, None, None)
    library.espeak_Synchronize()
    return bytes(heard)


if __name__ == "__main__":
    sys.exit(main())
