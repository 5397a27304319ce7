"""What a revision of a repository at the model hub consists of: asked once, then kept beside the weights.

The hub's own client is asked, as it knows its addresses, tokens and refusals. It does not fetch the large files: its
download (huggingface_hub 2.4) starts a file again from its first byte after a restart, and one of these has up to ten
gigabytes; the locker goes on where it stopped.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generation.catalog.profile import Profile
from generation.errors import Unavailable
from generation.weights.pickles import allowed, chosen
from generation.weights.sources import Source, Url
from generation.weights.table import Entry, File
from generation.weights.web import Web

if TYPE_CHECKING:
    from huggingface_hub.hf_api import RepoSibling

COMMIT = re.compile(r"[0-9a-f]{40}")
"""A revision that cannot change: a branch or a tag can."""

PATIENCE = 20.0
"""Seconds that the hub may take to tell what a revision consists of."""

SMALL = 64 << 20
"""Bytes that a file without a SHA-256 may have: the hub keeps files above 10 MB elsewhere, under theirs."""


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Asks the hub for listings and keeps them in `folder`. `settings`: see `generation.weights.hub.Hub`."""

    folder: Path
    settings: Mapping[str, str]

    def kept(self, profile: Profile) -> Entry | None:
        """Return the listing of an earlier question, if there was one."""
        try:
            files = [File(**each) for each in json.loads(self._file(profile).read_text())]
        except (OSError, ValueError, TypeError):
            return None
        return self._entry(profile, files)

    def ask(self, profile: Profile) -> Entry:
        """Ask the hub what the profile's revision consists of, and keep the answer.

        Raises:
            Unavailable: no revision is pinned, the hub does not answer or refuses, or the weights are pickles.
        """
        _check(profile)
        with _plainly(profile):
            listed = self._listed(profile)
            names = chosen(profile, listed, allowed(profile, self.settings))
            if not names:
                raise Unavailable(f"{profile.repository} has no file that {profile.name} needs; correct `files`")
            files = [self._described(profile, listed[name]) for name in names]
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self._file(profile).with_suffix(".new")
        fresh.write_text(json.dumps([asdict(file) for file in files], indent=1))
        fresh.replace(self._file(profile))
        return self._entry(profile, files)

    def web(self) -> Web:
        """Return what fetches the files, with the operator's token where there is one."""
        from huggingface_hub.utils._headers import build_hf_headers  # noqa: PLC0415

        known = build_hf_headers(token=self._token)
        return Web(headers={"Authorization": known["authorization"]} if "authorization" in known else {})

    @property
    def _token(self) -> str | None:
        return self.settings.get("HF_TOKEN")

    @property
    def _endpoint(self) -> str | None:
        return self.settings.get("HF_ENDPOINT")

    def _file(self, profile: Profile) -> Path:
        return self.folder / f"{_name(profile, allowed(profile, self.settings))}.json"

    def _entry(self, profile: Profile, files: Iterable[File]) -> Entry:
        from huggingface_hub import hf_hub_url  # noqa: PLC0415

        found = tuple(files)
        addresses = {
            file.path: (
                Url(hf_hub_url(profile.repository, file.path, revision=profile.revision, endpoint=self._endpoint)),
            )
            for file in found
        }
        return Entry(
            name=_name(profile, allowed(profile, self.settings)),
            files=found,
            licence=profile.licence.name,
            credit=profile.title,
            sources=(Source(profile.repository, addresses),),
        )

    def _listed(self, profile: Profile) -> Mapping[str, "RepoSibling"]:
        """Return the files of the profile's revision by name; a hub that is away is not waited for."""
        from huggingface_hub import HfApi  # noqa: PLC0415

        api = HfApi(endpoint=self._endpoint, token=self._token)
        known = api.model_info(profile.repository, revision=profile.revision, files_metadata=True, timeout=PATIENCE)
        files = {each.rfilename: each for each in known.siblings or ()}
        strange = next((path for path in files if _is_strange(path)), None)
        if strange is not None:
            raise Unavailable(f"{profile.repository} lists a file called {strange!r}, which is no name for one")
        return files

    def _described(self, profile: Profile, listed: "RepoSibling") -> File:
        """Return a file with its SHA-256, reading a small one for it."""
        if listed.lfs is not None:
            return File(listed.rfilename, listed.lfs.size, listed.lfs.sha256)
        if listed.size is None or listed.size > SMALL:
            raise Unavailable(f"{profile.repository} gives no SHA-256 of {listed.rfilename}; it cannot be checked")
        content = self._read(profile, listed.rfilename)
        blob = hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
        if blob != listed.blob_id:
            raise Unavailable(
                f"{listed.rfilename} of {profile.repository} is not what its revision promises; try again"
            )
        return File(listed.rfilename, len(content), hashlib.sha256(content).hexdigest())

    def _read(self, profile: Profile, path: str) -> bytes:
        from huggingface_hub import hf_hub_download  # noqa: PLC0415
        from huggingface_hub.utils.tqdm import disable_progress_bars  # noqa: PLC0415

        disable_progress_bars("huggingface_hub.http_get")  # whoever fetches shows progress of their own
        with TemporaryDirectory() as scratch:
            return Path(
                hf_hub_download(
                    profile.repository,
                    path,
                    revision=profile.revision,
                    local_dir=scratch,
                    token=self._token,
                    endpoint=self._endpoint,
                )
            ).read_bytes()


def _check(profile: Profile) -> None:
    if not profile.repository:
        raise Unavailable(f"{profile.name} names no weights; give its profile a `folder` or a `repository`")
    if not profile.revision:
        raise Unavailable(
            f"{profile.name} is not pinned: look up the commit of {profile.repository} that you want and write it as "
            f"`revision` into a table [{profile.name}] of your own catalog (docs/howto/models.md)"
        )
    if not COMMIT.fullmatch(profile.revision):
        raise Unavailable(f"{profile.revision!r} is no commit of {profile.repository}; pin its 40 hexadecimal digits")


def _name(profile: Profile, trusted: frozenset[str]) -> str:
    """Return the name of the weights in the locker: another choice of files is another entry."""
    which = hashlib.sha256(json.dumps([profile.files, sorted(trusted)]).encode()).hexdigest()[:6]
    return f"{profile.repository.replace('/', '--')}-{profile.revision[:12]}-{which}"


def _is_strange(path: str) -> bool:
    """Tell whether a name would lead out of the folder that it is written into."""
    parts = PurePosixPath(path)
    return parts.is_absolute() or ".." in parts.parts or "\\" in path or not parts.parts


@contextmanager
def _plainly(profile: Profile) -> Iterator[None]:
    """Say what the hub's client could not do in one sentence, with the remedy."""
    try:
        from httpx2 import HTTPError  # noqa: PLC0415
        from huggingface_hub import errors  # noqa: PLC0415
    except ImportError as error:
        raise Unavailable(
            f"fetching {profile.name} needs the package huggingface_hub; install feuilleton[gpu] or feuilleton[tts]"
        ) from error
    words = {
        errors.OfflineModeIsEnabled: f"HF_HUB_OFFLINE keeps {profile.name} from being fetched; unset it and try again",
        errors.GatedRepoError: (
            f"{profile.repository} asks you to accept its licence: do so on its page at the hub, then set HF_TOKEN to "
            "a token of your account"
        ),
        errors.RevisionNotFoundError: f"{profile.repository} has no revision {profile.revision}; correct the profile",
        errors.RepositoryNotFoundError: (
            f"there is no {profile.repository} at the hub, or it is private; check its name, or set HF_TOKEN"
        ),
    }
    try:
        yield
    except (HTTPError, OSError, ValueError, KeyError, TypeError) as error:  # the last two: an answer of another form
        known = next((said for kind, said in words.items() if isinstance(error, kind)), None)
        raise Unavailable(
            known or f"{profile.repository} cannot be fetched ({_short(error)}); check the network and try again"
        ) from error


def _short(error: Exception) -> str:
    return str(error).strip().splitlines()[0][:200] if str(error).strip() else type(error).__name__
