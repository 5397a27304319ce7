"""Versions side by side: every work that was attempted more than once, and what became of each attempt."""

from collections.abc import Iterator
from itertools import pairwise

from bot.replay.acts import Scene, badge, moment, prompt, shown, tags, told, who, work
from bot.replay.markup import folded, paragraphs, tag, text
from storage.domain.story import Script, Synopsis
from storage.domain.takes import Medium
from storage.making import Act
from storage.tracing import Field, fields

WORDS = frozenset({Medium.IDEA, Medium.WISH, Medium.ANSWER})
"""Words on the way to something."""

LAYOUTS = frozenset({
    Medium.CAST, Medium.SCREENPLAY, Medium.VOICES, Medium.TABLE_READ, Medium.STORYBOARD, Medium.VARIANTS,
    Medium.RETOUCHES,
})  # fmt: skip
"""Layouts of what is compared by itself."""

ONE_OFF = WORDS | LAYOUTS
"""What has no versions to compare."""


def versions(scene: Scene) -> str:
    """Return the works in the order in which they were first attempted."""
    works = scene.making.versions()
    return "".join(_row(scene, acts) for of, acts in works.items() if len(acts) > 1 and of.medium not in ONE_OFF)


def _row(scene: Scene, acts: tuple[Act, ...]) -> str:
    columns = (
        tag("div", *_column(scene, number, act, before), cls="version", data_tags=tags(act))
        for number, (before, act) in enumerate(pairwise((None, *acts)), 1)
        if act is not None
    )
    return tag("section", tag("h3", text(work(scene, acts[0]))), tag("div", *columns, cls="columns"), cls="group row")


def _column(scene: Scene, number: int, act: Act, before: Act | None) -> Iterator[str]:
    yield tag("header", tag("b", text(scene.say("version", number=number))), badge(scene, act), moment(act))
    yield shown(scene, act)
    if isinstance(act.paper, Synopsis | Script):
        yield told(scene, act.paper, _fields(before))
    elif act.prompt and act.prompt.words:
        yield paragraphs(act.prompt.words, "prompt")
        yield folded(scene.say("prompt"), prompt(scene, act))
    link = tag("a", text(scene.say("act", number=scene.number(act))), href=f"#act-{scene.number(act)}")
    yield tag("p", text(f"{who(scene, act)} · "), link, cls="proof")


def _fields(before: Act | None) -> tuple[Field, ...]:
    paper = before.paper if before else None
    return tuple(fields(paper)) if isinstance(paper, Synopsis | Script) else ()
