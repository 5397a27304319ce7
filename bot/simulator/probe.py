"""What a file is: kind, size of the picture, duration, small pictures. Heavy libraries are imported at the first call.

Files come from strangers: they are read from memory (no library gets a path or an address), and whatever cannot be read
is a document.
"""

import io
import mimetypes
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from av.container import InputContainer
    from PIL.Image import Image

PHOTO_SIDE = 1280
"""The longest side of the largest photo that Telegram's clients show, pixels (`y` in the MTProto documentation)."""
PHOTO_SIDES = (90, 320, PHOTO_SIDE)
THUMBNAIL_SIDE = 320
PIXELS_LIMIT = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A JPEG and its size in pixels."""

    content: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What was found in a file; `duration` in whole seconds, as the Bot API wants it.

    `kind` is photo, video, animation, voice, audio or document. `pictures` are a photo's sizes, smallest first, or the
    one thumbnail of a video. `original` is the size in pixels of a photo as it came.
    """

    kind: str
    mime: str
    width: int = 0
    height: int = 0
    duration: int = 0
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file on its way in."""

    name: str
    content: bytes
    facts: Facts


def inspect(name: str, content: bytes) -> Upload:
    """Look into a file (tens of milliseconds; call it in a thread)."""
    return Upload(name=name, content=content, facts=_facts(name, content))


def as_voice(upload: Upload) -> Upload:
    """Turn a recorded sound into Ogg with Opus, which voice messages are; browsers record other containers.

    What holds no sound that can be read is returned as it is.
    """
    import av  # noqa: PLC0415

    if upload.facts.kind == "voice":
        return upload
    held = io.BytesIO()
    try:
        with av.open(io.BytesIO(upload.content), "r") as source, av.open(held, "w", format="ogg") as target:
            stream = target.add_stream("libopus", rate=48_000, layout="mono")
            for frame in source.decode(audio=0):
                target.mux(stream.encode(frame))
            target.mux(stream.encode())
    except (av.FFmpegError, ValueError, IndexError):
        return upload
    return inspect("voice.oga", held.getvalue())


def _facts(name: str, content: bytes) -> Facts:
    picture = _photo(content)
    if picture is not None:
        return picture
    media = _media(content)
    return media or Facts(kind="document", mime=mimetypes.guess_type(name)[0] or "application/octet-stream")


def _photo(content: bytes) -> Facts | None:
    from PIL import Image  # noqa: PLC0415

    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP", "BMP", "GIF")) as image:
            mime = f"image/{(image.format or 'jpeg').lower()}"
            width, height = image.size
            if getattr(image, "n_frames", 1) > 1 or width * height > PIXELS_LIMIT:
                return None
            pictures = _sizes(image.convert("RGB"), PHOTO_SIDES)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
    return Facts(kind="photo", mime=mime, width=width, height=height, pictures=pictures)


def _sizes(image: "Image", sides: tuple[int, ...]) -> tuple[Picture, ...]:
    pictures: dict[tuple[int, int], Picture] = {}
    for side in sides:
        scale = min(1.0, side / max(image.size))
        width, height = (max(1, round(length * scale)) for length in image.size)
        held = io.BytesIO()
        image.resize((width, height)).save(held, "JPEG", quality=87)
        pictures[width, height] = Picture(content=held.getvalue(), width=width, height=height)
    return tuple(pictures.values())


def _media(content: bytes) -> Facts | None:
    import av  # noqa: PLC0415

    try:
        with av.open(io.BytesIO(content), "r") as container:
            return _video(container, content) if container.streams.video else _sound(container)
    except (av.FFmpegError, ValueError, OSError, EOFError, IndexError):
        return None


def _video(container: "InputContainer", content: bytes) -> Facts | None:
    from av.stream import Disposition  # noqa: PLC0415

    stream = container.streams.video[0]
    if "mp3" in container.format.name or stream.disposition & Disposition.attached_pic:
        return _sound(container)
    mime = "image/gif" if content[:3] == b"GIF" else _mime(container.format.name, "video")
    frame = next(container.decode(stream), None)
    image = None if frame is None else frame.to_image()  # type: ignore[no-untyped-call] # PyAV leaves it untyped
    return Facts(
        kind="video" if container.streams.audio else "animation",
        mime=mime,
        width=stream.width,
        height=stream.height,
        duration=_seconds(container),
        pictures=() if image is None else _sizes(image, (THUMBNAIL_SIDE,)),
    )


def _sound(container: "InputContainer") -> Facts | None:
    if not container.streams.audio:
        return None
    is_voice = container.format.name == "ogg" and container.streams.audio[0].codec_context.name.endswith("opus")
    mime = "audio/ogg" if container.format.name == "ogg" else _mime(container.format.name, "audio")
    return Facts(kind="voice" if is_voice else "audio", mime=mime, duration=_seconds(container))


def _seconds(container: "InputContainer") -> int:
    return round((container.duration or 0) / 1_000_000)  # FFmpeg counts in microseconds (AV_TIME_BASE)


def _mime(formats: str, family: str) -> str:
    table = {"mp4": "mp4", "matroska": "webm", "mp3": "mpeg", "wav": "x-wav", "flac": "flac", "ogg": "ogg"}
    found = next((table[name] for name in formats.split(",") if name in table), None)
    return f"{family}/{found}" if found else "application/octet-stream"
