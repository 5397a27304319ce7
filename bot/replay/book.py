"""The prompt book: every prompt with its picture, whose words led to it, and what became of it."""

from bot.replay.acts import Scene, badge, prompt, shown, tags, who, work
from bot.replay.markup import tag, text
from storage.domain.credits import lineage
from storage.domain.takes import Medium
from storage.making import TYPED, Act

CHAPTERS = (
    Medium.SHEET,
    Medium.PORTRAIT,
    Medium.PANEL,
    Medium.STILL,
    Medium.RETOUCH,
    Medium.CLIP,
    Medium.VOICE,
    Medium.CUE,
    Medium.ANSWER,
)
"""What has prompts in words, in the order of the book; a cut is put together from a list, not from words."""


def book(scene: Scene) -> str:
    """Return the prompts by what they made."""
    return "".join(_chapter(scene, medium) for medium in CHAPTERS)


def _chapter(scene: Scene, medium: Medium) -> str:
    acts = [act for act in scene.making.acts if act.work and act.work.medium is medium and act.prompt]
    if not acts:
        return ""
    cards = (_card(scene, act) for act in acts if act.prompt and act.prompt.words)
    heading = tag("h3", text(scene.say(f"medium-{medium}")))
    return tag("section", heading, tag("div", *cards, cls="grid wide"), cls="group")


def _card(scene: Scene, act: Act) -> str:
    link = tag("a", text(scene.say("act", number=scene.number(act))), href=f"#act-{scene.number(act)}")
    authors = ", ".join(_authors(scene, act))
    whose = tag("p", text(scene.say("whose", people=authors)), cls="whose") if authors else ""
    head = tag("header", tag("b", text(work(scene, act))), badge(scene, act), link)
    return tag(
        "article", shown(scene, act), tag("div", head, prompt(scene, act), whose), cls="page", data_tags=tags(act)
    )


def _authors(scene: Scene, act: Act) -> tuple[str, ...]:
    """Return the people from whose words a prompt follows, each once, in the order in which they typed."""
    before = lineage(act.act.sources, (each.act for each in scene.making.acts))
    typed = (each for each in scene.making.acts if each.take and each.take.work.medium in TYPED)
    asked = {who(scene, each): None for each in typed if each.act.made in before}
    return tuple(asked)
