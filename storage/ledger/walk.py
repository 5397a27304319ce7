"""The check of a ledger: one walk along the chain, from the first entry to the last, past every seal.

What each thing shows: a digest, that an entry's own bytes were changed; the chain, that one was removed, put in or
moved; a seal, that the chain was cut short or written anew from some entry on.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from storage.ledger.entries import START, Entry, contribution, derived, link
from storage.ledger.seals import Seal


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """The first thing that is wrong: at which entry (`seq`, and `id` where one can be read), and what."""

    what: str
    seq: int | None = None
    id: str | None = None

    def __str__(self) -> str:
        """Write one line that names the place."""
        if self.seq is None:
            return self.what
        return f"entry {self.seq}{f' ({self.id})' if self.id else ''} {self.what}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What a check found: how many entries and seals hold, and the first fault if there is one."""

    entries: int
    seals: int
    fault: Fault | None = None

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong."""
        return self.fault is None

    def __str__(self) -> str:
        """Write one line for a person."""
        if self.fault is None:
            return f"clean: {self.entries} entries, {self.seals} seals"
        return f"broken: {self.fault}; {self.entries} entries before hold"


class Broken(Exception):  # noqa: N818 - carries a finding to the report; it never leaves this package
    """The walk has met a fault."""

    def __init__(self, what: str, *, seq: int | None = None, identity: str | None = None) -> None:
        """Keep the fault."""
        self.fault = Fault(what=what, seq=seq, id=identity)
        super().__init__(str(self.fault))


class Walk:
    """A walk under way: `size` entries hold so far, the last with the digest `end`; `sealed` seals were passed."""

    def __init__(self, public: str) -> None:
        """Begin before the first entry, trusting seals of one key (hexadecimal)."""
        self.size = 0
        self.end = START
        self.sealed = 0
        self._public = public
        self._ahead: defaultdict[int, list[Seal]] = defaultdict(list)
        self._doubts: list[str] = []

    def expect(self, seal: Seal, whence: str) -> None:
        """Compare the chain with a seal when the walk comes to it; one that is not the studio's is a fault."""
        if seal.public != self._public:
            self.doubt(f"a seal in {whence} is signed with another key")
        elif not seal.holds:
            self.doubt(f"a seal in {whence} was changed")
        else:
            self._ahead[seal.size].append(seal)

    def doubt(self, what: str) -> None:
        """Remember a fault that concerns no entry, for when the walk has found none that does."""
        self._doubts.append(what)

    def step(self, entry: Entry, columns: Mapping[str, object]) -> None:
        """Go one entry on; `columns` are what stands beside it and must agree with it.

        Raises:
            Broken: the entry is not the next, not whole, or not what a seal has seen.
        """
        seq = self.size + 1
        seen = columns.get("id")
        identity = seen if isinstance(seen, str) else None
        numbered = type(entry.seq) is int  # `true` would equal 1
        if numbered and entry.seq > seq:
            raise Broken("is missing", seq=seq)
        if not numbered or entry.seq != seq or entry.prev != self.end:
            raise Broken(f"does not follow entry {seq - 1}", seq=seq, identity=identity)
        if not isinstance(entry.body, str) or link(entry.prev, entry.body) != entry.digest:
            raise Broken("has other content than its digest says", seq=seq, identity=identity)
        _compare(entry, columns, identity)
        self.size, self.end = seq, entry.digest
        self._pass_seals()

    def finish(self, latest: Seal | None) -> Report:
        """Compare the end with the seals that see further, and with the ledger's own, the `latest`.

        Raises:
            Broken: entries were cut off, or added by someone without the key, or a seal is not the studio's.
        """
        if further := max(self._ahead, default=0):
            raise Broken(f"is missing, like all up to {further}: they were cut off", seq=self.size + 1)
        if self._doubts:
            raise Broken(self._doubts[0])
        if latest is None and self.size:
            raise Broken("the ledger has lost its seal")
        if latest is not None and latest.size < self.size:
            raise Broken("was added without a seal", seq=latest.size + 1)
        return Report(entries=self.size, seals=self.sealed)

    def _pass_seals(self) -> None:
        for seal in self._ahead.pop(self.size, ()):
            if seal.digest != self.end:
                raise Broken(f"or one before it is not what was sealed on {seal.at}", seq=self.size)
            self.sealed += 1


def _compare(entry: Entry, columns: Mapping[str, object], identity: str | None) -> None:
    try:
        expected = derived(contribution(entry.body))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise Broken("does not hold a contribution", seq=entry.seq, identity=identity) from None
    for name, value in columns.items():
        if value != expected[name]:
            raise Broken(f"has another {name} beside it than in it", seq=entry.seq, identity=identity)
