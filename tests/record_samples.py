"""A person's record in each language: episodes that three people made, some released, one not."""

from dataclasses import replace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from agents.certificate import facts
from agents.record import Own
from storage.domain.contributions import Contribution, Party
from storage.domain.crew import Person
from storage.domain.ids import ContributionId, Digest, EpisodeId, PersonId
from storage.domain.records import Told, record
from storage.domain.stages import Stage
from storage.domain.story import Episode
from storage.ledger.certificates import Certificate, Statement, certify, name_digest, record_digest
from storage.ledger.seals import Key
from tests.sheet_samples import ANA, BO, CUT, CY, PEOPLE, TITLES, history
from tests.storage_samples import EPISODE, NOON, SERIES

IDS = {ANA: PersonId("7ana3k9m2q4w"), BO: PersonId("b0b8x1c6v5n2"), CY: PersonId("cy4t7e0h3j9s")}
"""Ids as the studio gives them."""

EPISODES = {
    "fr": ("La lettre de l’île aux Cœurs", "Minuit, place des Vosges", "Celle qui n’a pas répondu"),
    "en": ("The letter", "Midnight at the ferry", "The one who never answered"),
    "zh": ("心岛来信", "渡口的午夜", "没有回信的人"),
}


def acts(number: int) -> tuple[Contribution, ...]:
    """Return the acts of an episode, with ids of their own."""
    return tuple(
        replace(
            act,
            id=ContributionId(f"{act.id}x{number}"),
            episode=EpisodeId(f"{EPISODE.id}{number}"),
            by=replace(act.by, name=IDS[PersonId(act.by.name)]) if act.by.party is Party.PERSON else act.by,
        )
        for act in history()
    )


def told(number: int, *, released: bool = True) -> Told:
    """Return an episode with its acts."""
    stage = Stage.RELEASED if released else Stage.SHOOTING
    episode = Episode(id=EpisodeId(f"{EPISODE.id}{number}"), series=SERIES.id, number=number, stage=stage)
    return Told(episode=episode, cut=CUT if released else None, history=acts(number))


def own(language: str = "en", who: PersonId = CY, released: int = 3, unreleased: int = 1) -> Own:
    """Return the record of one of the three."""
    person = Person(id=IDS[who], chat=7, name=PEOPLE[language][list(IDS).index(who)], language=language)
    numbers = range(1, 1 + released + unreleased)
    titles = EPISODES[language]
    key = signer()
    return Own(
        person=person,
        record=record(person.id, [told(number, released=number <= released) for number in reversed(numbers)]),
        series={SERIES.id: TITLES[language]},
        titles={EpisodeId(f"{EPISODE.id}{number}"): titles[number % len(titles)] for number in numbers},
        seal=key.seal(412, "d4" * 32, NOON),
    )


def signer(number: int = 1) -> Key:
    """Return a key that is always the same."""

    return Key(Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32))


def signed(found: Own, number: int = 1) -> Certificate:
    """Return a certificate of a record."""
    key, seal = signer(number), found.seal
    assert seal
    statement = Statement(
        person=found.person.id,
        name=name_digest(found.person.id, found.name),
        record=record_digest(facts(found)),
        episodes=len(found.record.released),
        issued="2026-02-01",
        size=seal.size,
        end=Digest(seal.digest),
        by=key.public,
    )
    return certify(statement, key.sign)
