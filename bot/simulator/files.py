"""Files of the world: kept, found by id or path, and described as the Bot API describes them."""

import base64
import hashlib
from dataclasses import dataclass, field

from bot.simulator.journal import Json
from bot.simulator.probe import Facts, Picture, Upload
from bot.simulator.rules import (
    FILE_BIG,
    FILE_EMPTY,
    FILE_ID_WRONG,
    FILE_KIND,
    FILE_URL,
    PHOTO_BIG,
    PHOTO_DIMENSIONS,
    PHOTO_UNREADABLE,
    TOO_LARGE,
    Refused,
)
from bot.simulator.world import World

UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024
PHOTO_SUM = 10_000
PHOTO_RATIO = 20

FOLDERS = {
    "photo": "photos",
    "video": "videos",
    "animation": "animations",
    "voice": "voice",
    "video_note": "video_notes",
    "audio": "music",
    "document": "documents",
    "thumbnail": "thumbnails",
}
SUFFIXES = {
    "photo": ".jpg",
    "thumbnail": ".jpg",
    "video": ".mp4",
    "animation": ".mp4",
    "voice": ".oga",
    "audio": ".mp3",
}

ACCEPTS = {
    "video": {"video/mp4"},
    "animation": {"video/mp4", "image/gif"},
    "audio": {"audio/mpeg", "audio/mp4"},
    "voice": {"audio/ogg", "audio/mpeg", "audio/mp4"},
    "video_note": {"video/mp4"},
}
"""Formats of each kind; a file in another format is sent as a document (docs, sendVideo, sendAudio, sendVoice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the sender says about a file: `facts` (width, duration, title …) win over what is found in it."""

    facts: Json = field(default_factory=dict)
    thumbnail: Upload | None = None
    cover: Upload | None = None


def attach(world: World, kind: str, source: Upload | str, asked: Asked) -> Json:
    """Return a file as fields of a Message, for example `{"video": …}`; an upload is kept first.

    Raises:
        Refused: too large, empty, unreadable, an unknown file_id, or one of another kind.
    """
    if isinstance(source, str):
        return _known(world, kind, source)
    _check(kind, source)
    return _photo(world, source) if kind == "photo" else _media(world, kind, source, asked)


def _known(world: World, kind: str, file_id: str) -> Json:
    record = world.files.get(file_id)
    if record is None:
        raise Refused(FILE_URL if file_id.startswith(("http://", "https://")) else FILE_ID_WRONG)
    if record["kind"] != kind and kind != "document":
        raise Refused(FILE_KIND, has=record["kind"].capitalize(), wanted=kind.capitalize())
    return {record["kind"]: record["object"]}


def _check(kind: str, upload: Upload) -> None:
    if not upload.content:
        raise Refused(FILE_EMPTY)
    if len(upload.content) > UPLOAD_LIMIT:
        raise Refused(TOO_LARGE)
    if kind != "photo":
        return
    facts = upload.facts
    if len(upload.content) > PHOTO_LIMIT:
        raise Refused(PHOTO_BIG, size=len(upload.content))
    if facts.kind != "photo":
        raise Refused(PHOTO_UNREADABLE)
    if facts.width + facts.height > PHOTO_SUM or max(facts.width, facts.height) > PHOTO_RATIO * min(
        facts.width, facts.height
    ):
        raise Refused(PHOTO_DIMENSIONS)


def _photo(world: World, upload: Upload) -> Json:
    """Keep a photo as Telegram does: not the bytes that came, but JPEGs of several sizes."""
    sizes = [_size(world, "photo", picture, upload.content) for picture in upload.facts.pictures]
    for size in sizes:
        world.files.amend(size["file_id"], object=sizes)
    return {"photo": sizes}


def _size(world: World, kind: str, picture: Picture, original: bytes) -> Json:
    upload = Upload(name="photo.jpg", content=picture.content, facts=Facts(kind="photo", mime="image/jpeg"))
    ids = _keep(world, kind, upload, original)
    size = {**ids, "width": picture.width, "height": picture.height}
    world.files.amend(size["file_id"], object=size)
    return size


def _media(world: World, kind: str, upload: Upload, asked: Asked) -> Json:
    facts = upload.facts
    if kind in ACCEPTS and facts.mime not in ACCEPTS[kind]:
        kind = "document"
    made: Json = _keep(world, kind, upload, upload.content)
    if kind != "video_note":
        made["mime_type"] = facts.mime
    if kind not in {"voice", "video_note"}:
        made["file_name"] = upload.name
    if kind in {"video", "animation"}:
        made |= {"width": facts.width, "height": facts.height}
    if kind == "video_note":
        made["length"] = min(facts.width, facts.height)
    if kind != "document":
        made |= {"duration": facts.duration, **asked.facts}
    thumbnail = asked.thumbnail or upload
    if kind != "voice" and thumbnail.facts.pictures:
        made["thumbnail"] = _size(world, "thumbnail", _smaller(thumbnail.facts.pictures), thumbnail.content)
    if kind == "video" and asked.cover and asked.cover.facts.pictures:
        made["cover"] = _photo(world, asked.cover)["photo"]
    world.files.amend(made["file_id"], object=made)
    return {kind: made}


def _smaller(pictures: tuple[Picture, ...]) -> Picture:
    return pictures[min(1, len(pictures) - 1)]


def _keep(world: World, kind: str, upload: Upload, original: bytes) -> Json:
    """Keep bytes as a new file and return its ids; by the `original` bytes a second upload is noticed."""
    number = world.number("file")
    digest = world.blobs.keep(upload.content)
    file_id = _letters(f"{world.settings['token']['token']}/{number}", 42)
    suffix = "." + upload.name.rpartition(".")[2].lower() if "." in upload.name else SUFFIXES.get(kind, "")
    suffix = suffix if suffix[1:].isalnum() and suffix.isascii() else SUFFIXES.get(kind, "")
    path = f"{FOLDERS[kind]}/file_{number}{suffix}"
    ids = {"file_id": file_id, "file_unique_id": _letters(digest, 12), "file_size": len(upload.content)}
    facts = {"kind": kind, "digest": digest, "path": path, "mime": upload.facts.mime, "name": upload.name}
    source = hashlib.sha256(original).hexdigest()
    world.files.put(file_id, {**facts, "size": len(upload.content), "source": source, "object": ids})
    world.paths.put(path, {"file_id": file_id})
    return ids


def _letters(text: str, size: int) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode()[:size]


def describe(world: World, file_id: str) -> Json:
    """Return a File, ready to be downloaded.

    Raises:
        Refused: unknown, or over the 20 MB that bots may download.
    """
    record = world.files.get(file_id)
    if record is None:
        raise Refused(FILE_ID_WRONG)
    if record["size"] > DOWNLOAD_LIMIT:
        raise Refused(FILE_BIG)
    return {
        "file_id": file_id,
        "file_unique_id": _letters(record["digest"], 12),
        "file_size": record["size"],
        "file_path": record["path"],
    }


def is_known(world: World, upload: Upload) -> bool:
    """Whether the same bytes were uploaded before."""
    source = hashlib.sha256(upload.content).hexdigest()
    return any(record["source"] == source for record in world.files.values())
