"""The weights of a profile: a folder of the operator's own, or a pinned revision of a repository at the model hub.

The bytes come through the locker, which goes on where a transfer broke off, also after a restart, checks every SHA-256
and stops within a block when it is called off. What a revision consists of stands in a listing (`listing`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generation.backends import Workshop
from generation.catalog.profile import Profile
from generation.errors import Unavailable
from generation.weights.listing import Desk
from generation.weights.locker import Fetching, Locker, Progress
from generation.weights.pickles import allowed, chosen
from generation.weights.table import Entry

Report = Callable[[float], None]
"""Told how far the fetching is, 0 to 1; what it raises stops it, and the next attempt goes on from there."""


def folder(workshop: Workshop, profile: Profile, report: Report | None = None) -> Path:
    """Return the folder of a profile's weights, fetching them first where they are not here.

    Raises:
        Unavailable: the profile names no weights, or they cannot be had; the message says the remedy.
    """
    return hub(workshop).path(profile, report)


def hub(workshop: Workshop) -> "Hub":
    """Return the hub as a workshop reaches it."""
    return Hub(folder=workshop.cache / "weights" / "hub", settings=workshop.settings, progress=workshop.fetched)


@dataclass(frozen=True, kw_only=True)
class Hub:
    """Where profiles' weights are kept and fetched from.

    `settings` may hold `HF_TOKEN`, `HF_ENDPOINT` and `FEUILLETON_ALLOW_PICKLES`; the hub's client also looks for the
    first two, and for `HF_HUB_OFFLINE`, in the environment.
    """

    folder: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    progress: Progress | None = None

    def path(self, profile: Profile, report: Report | None = None) -> Path:
        """Return the folder of a profile's weights, fetching them first where they are not here.

        Raises:
            Unavailable: the profile names no weights, or they cannot be had; the message says the remedy.
        """
        if profile.folder:
            return self._own(profile)
        desk = self._desk
        entry = desk.kept(profile) or desk.ask(profile)
        self._locker(entry, desk, self._told(profile, report)).path(entry.name)
        return self.folder / entry.name

    def has(self, profile: Profile) -> bool:
        """Tell whether the weights are here and right, so that `path` fetches nothing."""
        if profile.folder:
            return Path(profile.folder).expanduser().is_dir()
        entry = self._desk.kept(profile)
        return entry is not None and self._locker(entry, self._desk, None).has(entry.name)

    @property
    def _desk(self) -> Desk:
        return Desk(folder=self.folder, settings=self.settings)

    def _locker(self, entry: Entry, desk: Desk, progress: Progress | None) -> Locker:
        return Locker(self.folder, table={entry.name: entry}, progress=progress, web=desk.web())

    def _own(self, profile: Profile) -> Path:
        """Return a folder that the operator filled, if nothing in it can run code unasked."""
        own = Path(profile.folder).expanduser()
        if not own.is_dir():
            raise Unavailable(f"{profile.name} has its weights in {own}, and there is no such folder; correct `folder`")
        paths = (path.relative_to(own).as_posix() for path in own.rglob("*") if path.is_file())
        chosen(profile, paths, allowed(profile, self.settings))
        return own

    def _told(self, profile: Profile, report: Report | None) -> Progress:
        """Pass on how far the locker is under the profile's own name."""

        def told(fetching: Fetching) -> None:
            if report:
                report(fetching.done / max(fetching.total, 1))
            if self.progress:
                self.progress(replace(fetching, name=profile.name))

        return told
