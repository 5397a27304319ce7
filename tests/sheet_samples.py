"""The sheet of an episode that three people made, in each language."""

import json
from datetime import timedelta
from pathlib import Path

from agents.sheet import Authorship, Step, choices, contributors, machines
from storage.domain.contributions import Actor, Contribution, Kind, Tool, Words
from storage.domain.credits import lineage, roll
from storage.domain.crew import Role
from storage.domain.ids import ContributionId, Digest, PersonId
from storage.domain.review import DraftKind
from storage.domain.stages import Stage
from storage.domain.story import Episode, Language, Series
from storage.domain.takes import Medium, Take, Work
from storage.ledger.seals import Seal
from tests.storage_samples import EPISODE, NOON, SERIES, digest

SCHEMA = json.loads((Path(__file__).parents[1] / "docs/schemas/credits.schema.json").read_text("utf-8"))

PEOPLE = {
    "fr": ("Éléonore Œrsted", "Père Anatole", "Zoé"),
    "en": ("Ana", "Bo", "Cy"),
    "zh": ("小安", "小博", "陈思远"),
}
TITLES = {"fr": "La lettre de l’île aux Cœurs", "en": "The letter", "zh": "心岛来信"}

CUT = digest("cut")
ANA, BO, CY = PersonId("ana"), PersonId("bo"), PersonId("cy")
TOOLS = {
    "qwen": Tool(name="Qwen3-4B-Instruct-2507-GGUF", version="Q4_K_M · b6431", licence="Apache-2.0", key=digest("k1")),
    "previz": Tool(name="Feuilleton previz", version="7", licence="Apache-2.0", key=digest("k2")),
    "kokoro": Tool(name="Kokoro-82M", version="1.0", licence="Apache-2.0", key=digest("k3")),
}


def act(number: int, **said: object) -> Contribution:
    """Return an act, a minute after the one before."""
    base: dict[str, object] = {
        "id": ContributionId(f"act{number}"),
        "series": SERIES.id,
        "episode": EPISODE.id,
        "directed_by": ANA,
        "at": NOON + timedelta(minutes=number),
    }
    return Contribution(**(base | said))  # type: ignore[arg-type]  # the keywords of a sample


def person(who: PersonId, role: Role, kind: Kind, **said: object) -> dict[str, object]:
    return {"by": Actor.person(who), "role": role, "kind": kind, **said}


def model(tool: str, **said: object) -> dict[str, object]:
    by = Actor.model(tool)
    return {"by": by, "role": Role.TOOL, "kind": Kind.GENERATED, "tool": TOOLS[tool], **said}


def history() -> tuple[Contribution, ...]:
    """Return an idea, a draft sent back, wishes, a choice of three drawings, one rejected, and a release."""
    typed, offered = Words.TYPED, Words.SUGGESTED
    p1, p2, p3 = (digest(f"panel{number}") for number in (1, 2, 3))
    acts = (
        person(ANA, Role.CREATOR, Kind.WROTE, made=digest("idea"), words=typed),
        model("qwen", sources=(digest("idea"),), made=digest("synopsis1")),
        person(BO, Role.SUPERVISOR, Kind.SENT_BACK, sources=(digest("synopsis1"),)),
        person(CY, Role.PROMPT_WRITER, Kind.PROMPTED, made=digest("wish1"), words=typed),
        model("qwen", sources=(digest("idea"), digest("wish1")), made=digest("synopsis2")),
        person(BO, Role.SUPERVISOR, Kind.APPROVED, sources=(digest("synopsis2"),)),
        *(model("previz", sources=(digest("synopsis2"),), made=panel) for panel in (p1, p2, p3)),
        person(CY, Role.PROMPT_WRITER, Kind.CHOSE, sources=(p2,), made=digest("chosen"), shown=(p1, p2, p3)),
        person(ANA, Role.PROMPT_WRITER, Kind.PROMPTED, made=digest("wish2"), words=offered),
        model("kokoro", sources=(digest("synopsis2"),), made=digest("voice")),
        model("previz", sources=(digest("chosen"), digest("voice")), made=CUT),
        person(BO, Role.SUPERVISOR, Kind.APPROVED, sources=(CUT,)),
        person(BO, Role.SUPERVISOR, Kind.RELEASED, sources=(CUT,)),
    )
    return tuple(act(number, **said) for number, said in enumerate(acts))


MEDIA = {
    "synopsis1": Medium.ANSWER, "synopsis2": Medium.ANSWER, "panel1": Medium.PANEL, "panel2": Medium.PANEL,
    "panel3": Medium.PANEL, "voice": Medium.VOICE, "cut": Medium.CUT,
}  # fmt: skip


def takes() -> tuple[Take, ...]:
    """Return what the tools made."""
    media = {digest(name): medium for name, medium in MEDIA.items()}
    return tuple(_take(each, each.made, media[each.made]) for each in history() if each.tool and each.made)


def _take(made_by: Contribution, made: Digest, medium: Medium) -> Take:
    work = Work(medium)
    return Take(
        id=made_by.id, episode=EPISODE.id, contribution=made_by.id, work=work, key=made, digest=made, media_type="a/b"
    )  # type: ignore[arg-type]  # an act's id will do for a take's


def sheet(language: str = "en") -> Authorship:
    """Return the sheet of this history."""
    acts = history()
    credits_ = roll([CUT], acts)
    names = {Actor.person(who): name for who, name in zip((ANA, BO, CY), PEOPLE[language], strict=True)}
    steps = tuple(Step(kind=kind, opened=NOON, rounds=2, approved=NOON + timedelta(minutes=5)) for kind in DraftKind)
    return Authorship(
        series=Series(id=SERIES.id, title=TITLES[language], language=Language(language), creator=ANA),
        episode=Episode(id=EPISODE.id, series=SERIES.id, number=1, stage=Stage.RELEASED),
        title=TITLES[language],
        cut=CUT,
        begun=NOON,
        released=acts[-1].at,
        people=contributors(credits_, acts, names),
        machines=machines(credits_, acts, takes()),
        choices=choices(acts, lineage([CUT], acts), rounds=6),
        steps=steps,
        seal=Seal(size=412, digest="d" * 64, at="2026-01-31T12:20:00.000000Z", public="ab" * 32, signature="cd" * 64),
    )
