"""Telling cards: several short texts asked for at once, each of which tells a card, and each judged by itself.

Of every text the first that will do is taken, from whichever answer; only what is missing is wrong with an answer. A
text that no answer has is told by its card, which is a sentence too, and it is said that it is.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from agents.crew.asking import Question
from agents.crew.prompts import Prompt
from agents.crew.schemas import TEXT, document
from storage.domain.takes import Note

TRIES = 2
"""New answers to a question about cards: a third one has rarely what two have not."""

Texts = Mapping[str, str]
Flaws = Callable[[str, str, Texts], Iterator[str]]
"""What is wrong with the text under a key, beside those that were taken before it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """What the answers `tried` tell: the `texts` by key, what is wrong with those that are missing, and for which keys
    the card stands (`borrowed`).
    """

    tried: tuple[Texts, ...]
    texts: Texts
    flaws: tuple[str, ...] = ()
    borrowed: tuple[str, ...] = ()

    def notes(self, number: int) -> tuple[Note, ...]:
        """Say which texts of an episode are its cards' own."""
        told = (("episode", str(number)), ("what", ", ".join(key.removeprefix(f"{number} ") for key in self.borrowed)))
        return (Note(code="told-by-card", facts=told),) if self.borrowed else ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Cards:
    """Texts to be told: the card of each by key, how an answer's text is read, and how it is judged."""

    cards: Texts
    read: Callable[[str, str], str]
    flaws: Flaws

    def questions(self, name: str, prompt: Prompt, data: dict[str, str]) -> tuple[Question[Telling], Question[Telling]]:
        """Return the question, and the same one with the cards in the place of what is missing."""
        return self._question(name, prompt, data), self._question(name, prompt, data, modest=True)

    def _question(self, name: str, prompt: Prompt, data: dict[str, str], *, modest: bool = False) -> Question[Telling]:
        def read(answer: Texts) -> Telling:
            return self._told(({key: self.read(key, answer[key]) for key in self.cards},), modest=modest)

        def join(found: Sequence[Telling]) -> Telling:
            return self._told(tuple(texts for each in found for texts in each.tried), modest=modest)

        return Question(
            name=name,
            prompt=prompt,
            data=data,
            schema=document(dict.fromkeys(self.cards, TEXT)),
            read=read,
            check=lambda found: found.flaws,
            join=join,
            max_tokens=80 * len(self.cards),
            temperature=0.5,
            tries=TRIES,
        )

    def _told(self, tried: tuple[Texts, ...], *, modest: bool) -> Telling:
        """Take of each text the first that will do."""
        texts: dict[str, str] = {}
        flaws: list[str] = []
        borrowed: list[str] = []
        for key, card in self.cards.items():
            wrong: tuple[str, ...] = ()
            for answer in tried:
                wrong = tuple(self.flaws(key, answer[key], texts))
                if not wrong:
                    texts[key] = answer[key]
                    break
            else:
                flaws += wrong
                borrowed.append(key)
                texts |= {key: card} if modest else {}
        return Telling(
            tried=tried,
            texts=texts,
            flaws=() if modest else tuple(dict.fromkeys(flaws)),
            borrowed=tuple(borrowed) if modest else (),
        )
