"""Values to rows and back, one pair of functions a table."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import RowMapping

from storage.domain.billing import Billing, Dispute, Standing
from storage.domain.contributions import Contribution
from storage.domain.costs import Cost, Estimate
from storage.domain.crew import Invitation, Member, Person, Role
from storage.domain.events import Event, News
from storage.domain.remarks import Remark, Sound, Spoken, State
from storage.domain.review import Decision, Draft, DraftKind, Outcome, Policy, Quorum, Verdict
from storage.domain.stages import Stage
from storage.domain.story import BOOK, Episode, Language, Series
from storage.domain.takes import Medium, Note, Take, Work
from storage.ledger.entries import Entry, derived
from storage.moments import moment, written
from storage.posts import Post, Topic

Row = Mapping[str, str | int | None]
"""What is written: column to value."""


def json_text(value: object) -> str:
    """Write JSON without spaces, keys sorted; what JSON cannot say is refused."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def person_row(person: Person) -> Row:
    """Write a person."""
    return {"id": person.id, "chat": person.chat, "name": person.name, "language": person.language}


def person(row: RowMapping) -> Person:
    """Read a person."""
    return Person(id=row["id"], chat=row["chat"], name=row["name"], language=row["language"])


def series_row(series: Series) -> Row:
    """Write a series."""
    return {"id": series.id, "title": series.title, "language": series.language, "creator": series.creator}


def series(row: RowMapping) -> Series:
    """Read a series."""
    return Series(id=row["id"], title=row["title"], language=Language(row["language"]), creator=row["creator"])


def member_row(member: Member) -> Row:
    """Write a membership."""
    return {"series": member.series, "person": member.person, "role": member.role}


def member(row: RowMapping) -> Member:
    """Read a membership."""
    return Member(series=row["series"], person=row["person"], role=Role(row["role"]))


EDITIONS = (Language.FRENCH, Language.ENGLISH, Language.CHINESE)
"""The languages by their place in the numbers of editions: others are appended, none is ever moved."""

_PLACES = 10
"""How many languages there is room for."""


def place(number: int, language: Language | None) -> int:
    """Return the number under which an episode is kept: below zero for an edition, one for each language."""
    return number if language is None else -(number * _PLACES + EDITIONS.index(language))


def episode_row(episode: Episode) -> Row:
    """Write an episode."""
    return {
        "id": episode.id,
        "series": episode.series,
        "number": place(episode.number, episode.language),
        "stage": episode.stage,
        "halt": episode.halt,
        "halt_facts": json_text(dict(episode.halt_facts)) if episode.halt_facts else None,
    }


def episode(row: RowMapping) -> Episode:
    """Read an episode."""
    number, language = row["number"], None
    if number < BOOK:
        number, at = divmod(-number, _PLACES)
        language = EDITIONS[at]
    return Episode(
        id=row["id"],
        series=row["series"],
        number=number,
        stage=Stage(row["stage"]),
        halt=row["halt"],
        halt_facts=json.loads(row["halt_facts"]) if row["halt_facts"] else {},
        language=language,
    )


def entry_row(entry: Entry, contribution: Contribution) -> Row:
    """Write an entry of the ledger, and beside it what it can be found by."""
    return {**asdict(entry), **derived(contribution)}


def take_row(take: Take) -> Row:
    """Write a take."""
    return {
        "id": take.id,
        "episode": take.episode,
        "contribution": take.contribution,
        "medium": take.work.medium,
        "part": take.work.part,
        "key": take.key,
        "digest": take.digest,
        "media_type": take.media_type,
        "facts": json_text(dict(take.facts)),
        "notes": json_text([[note.code, note.facts] for note in take.notes]),
    }


def take(row: RowMapping) -> Take:
    """Read a take."""
    return Take(
        id=row["id"],
        episode=row["episode"],
        contribution=row["contribution"],
        work=Work(Medium(row["medium"]), row["part"]),
        key=row["key"],
        digest=row["digest"],
        media_type=row["media_type"],
        facts=json.loads(row["facts"]),
        notes=tuple(
            Note(code, tuple((name, value) for name, value in facts)) for code, facts in json.loads(row["notes"])
        ),
    )


def policy_body(policy: Policy) -> str:
    """Write what a team has agreed on as JSON."""
    budget = {"cap": policy.cap, "ask_above": policy.ask_above}
    return json_text({"quorum": dict(policy.quorum), "own": policy.own, "asked": sorted(policy.asked), **budget})


def policy(body: str) -> Policy:
    """Read what a team has agreed on; one that was written before teams could ask for more asks for nothing."""
    read = json.loads(body)
    return Policy(
        quorum={DraftKind(kind): Quorum(each) for kind, each in read["quorum"].items()},
        own=read["own"],
        asked=frozenset(map(DraftKind, read.get("asked", ()))),
        cap=read.get("cap"),
        ask_above=read.get("ask_above"),
    )


def invitation_row(invitation: Invitation) -> Row:
    """Write an invitation."""
    return {"id": invitation.id, "series": invitation.series, "role": invitation.role, "by": invitation.by}


def invitation(row: RowMapping) -> Invitation:
    """Read an invitation."""
    return Invitation(id=row["id"], series=row["series"], role=Role(row["role"]), by=row["by"])


def draft_row(draft: Draft) -> Row:
    """Write a draft."""
    return {
        "id": draft.id,
        "episode": draft.episode,
        "kind": draft.kind,
        "digest": draft.digest,
        "opened": written(draft.opened),
        "outcome": draft.outcome,
        "ahead": json_text(asdict(draft.ahead)) if draft.ahead else None,
    }


def draft(row: RowMapping) -> Draft:
    """Read a draft."""
    return Draft(
        id=row["id"],
        episode=row["episode"],
        kind=DraftKind(row["kind"]),
        digest=row["digest"],
        opened=moment(row["opened"]),
        outcome=Outcome(row["outcome"]),
        ahead=_estimate(json.loads(row["ahead"])) if row["ahead"] else None,
    )


def _estimate(read: dict[str, Any]) -> Estimate:
    timed = read.get("timed", True)  # one of before models were told apart said nothing of it
    return Estimate(missing=read["missing"], cost=Cost(**read["cost"]), priced=read["priced"], timed=timed)


def verdict_row(verdict: Verdict) -> Row:
    """Write a verdict."""
    return {
        "draft": verdict.draft,
        "person": verdict.person,
        "decision": verdict.decision,
        "reason": verdict.reason,
        "at": written(verdict.at),
    }


def verdict(row: RowMapping) -> Verdict:
    """Read a verdict."""
    return Verdict(
        draft=row["draft"],
        person=row["person"],
        decision=Decision(row["decision"]),
        reason=row["reason"],
        at=moment(row["at"]),
    )


def remark_row(remark: Remark) -> Row:
    """Write a remark."""
    return {
        "id": remark.id,
        "episode": remark.episode,
        "draft": remark.draft,
        "person": remark.person,
        "text": remark.text,
        "digest": remark.digest,
        "at": written(remark.at),
        "shot": remark.shot,
        "frame": remark.frame,
        "state": remark.state,
        "settled_by": remark.settled_by,
        "spoken": remark.sound.kind if remark.sound else None,
        "seconds": remark.sound.seconds if remark.sound else None,
        "sound": remark.sound.digest if remark.sound else None,
    }


def remark(row: RowMapping) -> Remark:
    """Read a remark."""
    return Remark(
        id=row["id"],
        episode=row["episode"],
        draft=row["draft"],
        person=row["person"],
        text=row["text"],
        digest=row["digest"],
        at=moment(row["at"]),
        shot=row["shot"],
        frame=row["frame"],
        state=State(row["state"]),
        settled_by=row["settled_by"],
        sound=_sound(row),
    )


def _sound(row: RowMapping) -> Sound | None:
    if row["spoken"] is None:
        return None
    return Sound(kind=Spoken(row["spoken"]), seconds=row["seconds"], digest=row["sound"])


def billing_row(billing: Billing) -> Row:
    """Write how a person wants to be named."""
    return {"series": billing.series, "person": billing.person, "name": billing.name, "named": billing.named}


def billing(row: RowMapping) -> Billing:
    """Read how a person wants to be named."""
    return Billing(series=row["series"], person=row["person"], name=row["name"], named=row["named"])


def dispute_row(dispute: Dispute) -> Row:
    """Write a dispute."""
    return {
        "id": dispute.id,
        "episode": dispute.episode,
        "person": dispute.person,
        "text": dispute.text,
        "digest": dispute.digest,
        "at": written(dispute.at),
        "standing": dispute.standing,
        "role": dispute.role,
        "settled_by": dispute.settled_by,
    }


def dispute(row: RowMapping) -> Dispute:
    """Read a dispute."""
    return Dispute(
        id=row["id"],
        episode=row["episode"],
        person=row["person"],
        text=row["text"],
        digest=row["digest"],
        at=moment(row["at"]),
        standing=Standing(row["standing"]),
        role=Role(row["role"]) if row["role"] else None,
        settled_by=row["settled_by"],
    )


def event_body(event: Event) -> str:
    """Write an event as JSON."""
    return json_text(
        {
            "news": event.news,
            "series": event.series,
            "chats": event.chats,
            "episode": event.episode,
            "by": event.by,
            "facts": dict(event.facts),
        }
    )


def event(body: str) -> Event:
    """Read an event."""
    read = json.loads(body)
    return Event(
        news=News(read["news"]),
        series=read["series"],
        chats=tuple(read["chats"]),
        episode=read["episode"],
        by=read["by"],
        facts=read["facts"],
    )


def post_row(post: Post) -> Row:
    """Write a post."""
    return {
        "chat": post.chat,
        "message_id": post.message_id,
        "episode": post.episode,
        "draft": post.draft,
        "work": post.work,
        "purpose": post.purpose,
        "cause": post.cause,
    }


def post(row: RowMapping) -> Post:
    """Read a post."""
    return Post(
        chat=row["chat"],
        message_id=row["message_id"],
        episode=row["episode"],
        draft=row["draft"],
        work=row["work"],
        purpose=row["purpose"],
        cause=row["cause"],
    )


def topic_row(topic: Topic) -> Row:
    """Write a topic."""
    return {"chat": topic.chat, "episode": topic.episode, "thread": topic.thread, "name": topic.name}


def topic(row: RowMapping) -> Topic:
    """Read a topic."""
    return Topic(chat=row["chat"], episode=row["episode"], thread=row["thread"], name=row["name"])
