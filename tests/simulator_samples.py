"""Small real media, made when they are needed."""

import io
from fractions import Fraction
from functools import cache

import av
import numpy as np
from PIL import Image

WIDTH, HEIGHT = 72, 128


@cache
def photo(shade: int = 90, size: tuple[int, int] = (540, 960)) -> bytes:
    """Return a JPEG of a soft gradient."""
    down = np.linspace(0, 120, size[1], dtype=np.uint8)[:, None]
    across = np.linspace(0, 60, size[0], dtype=np.uint8)[None, :]
    red = np.uint8(shade) + down + across * 0
    pixels = np.stack([red, across + np.uint8(60) + down * 0, 180 - down + across * 0], axis=-1)
    held = io.BytesIO()
    Image.fromarray(pixels.astype(np.uint8)).save(held, "JPEG")
    return held.getvalue()


@cache
def video(seconds: int = 1, *, has_sound: bool = True, size: tuple[int, int] = (WIDTH, HEIGHT)) -> bytes:
    """Return an MP4 of H.264 (with AAC, unless silent) in portrait format."""
    held = io.BytesIO()
    with av.open(held, "w", format="mp4") as container:
        pictures = container.add_stream("libx264", rate=10)
        pictures.width, pictures.height, pictures.pix_fmt = *size, "yuv420p"
        sound = container.add_stream("aac", rate=24_000, layout="mono") if has_sound else None
        for number in range(10 * seconds):
            pixels = np.full((size[1], size[0], 3), (40 + 10 * number % 200, 90, 160), dtype=np.uint8)
            container.mux(pictures.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        container.mux(pictures.encode())
        if sound is not None:
            for frame in _tone(24_000 * seconds, 24_000):
                container.mux(sound.encode(frame))
            container.mux(sound.encode())
    return held.getvalue()


@cache
def voice(seconds: int = 2) -> bytes:
    """Return an Ogg file of Opus, as Telegram's clients record it."""
    return _sound("ogg", "libopus", 48_000, seconds)


@cache
def song(seconds: int = 2) -> bytes:
    """Return an MP3."""
    return _sound("mp3", "libmp3lame", 44_100, seconds)


def _sound(container_format: str, codec: str, rate: int, seconds: int) -> bytes:
    held = io.BytesIO()
    with av.open(held, "w", format=container_format) as container:
        stream = container.add_stream(codec, rate=rate, layout="mono")
        for frame in _tone(rate * seconds, rate):
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return held.getvalue()


def _tone(count: int, rate: int) -> list[av.AudioFrame]:
    wave = 0.3 * np.sin(2 * np.pi * 440 * np.arange(count) / rate) * (1 + np.sin(np.arange(count) / rate * 9)) / 2
    samples = (wave * 32767).astype(np.int16)
    frames = []
    for start in range(0, count, 960):
        frame = av.AudioFrame.from_ndarray(samples[None, start : start + 960], format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = rate, start, Fraction(1, rate)
        frames.append(frame)
    return frames
