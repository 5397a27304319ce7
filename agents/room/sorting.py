"""Models that call no tools: what a person wants is sorted first, the studio does it, and words come last.

A model of the ability `schema` sorts with the conversation before it and gives all arguments at once. For a small one
rules sort (`agents.room.rules`), and it is asked for one argument at a time, with nothing of the conversation in its
short context.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from agents.crew.prompts import load, quoted
from agents.crew.schemas import choice, document
from agents.room import rules
from agents.room.asking import Asker, patiently
from agents.room.pieces import Doing, Status
from agents.tools import Arguments, Effect, Seat, Tool
from generation.ability import Ability
from generation.requests.chat import Message, Utterance
from storage.domain.story import Language

SHOWN = 1_500
"""Characters of a paper that a small model is shown."""

Use = Callable[[Tool, Arguments], Awaitable[Effect]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sorter:
    """Works with a model that calls no tools. `before` is as much of the conversation as it has room for."""

    asker: Asker
    seat: Seat
    tools: tuple[Tool, ...]
    ability: Ability
    before: tuple[Utterance, ...]
    use: Use

    async def answer(self, instructions: str) -> None:
        """Do what is wanted, and say what there is to say.

        Raises:
            OverBudget: it would take more than a turn may.
            GenerationError: the model cannot be asked now, or did not answer.
        """
        tool = await self._wanted()
        effect = Effect()
        if tool is not None:
            effect = await self.use(tool, await self._arguments(tool))
        said = self.seat.text if not effect.told else f"{self.seat.text}\n\n{self._cut(effect.told)}"
        if effect.key:
            return
        self.asker.emit(Status(Doing.THINKING))
        messages = (*self.before, Utterance(role="user", text=said))
        await patiently(lambda: self.asker.talk(instructions, messages), self.asker.pause)

    @property
    def _language(self) -> Language:
        return self.seat.caller.language

    @property
    def _is_small(self) -> bool:
        return self.ability is Ability.SMALL

    def _cut(self, told: str) -> str:
        return f"<<<{quoted(told)[:SHOWN]}>>>" if self._is_small else told

    async def _wanted(self) -> Tool | None:
        """Return the tool that does what is wanted; nothing where it is words."""
        name = rules.wanted(self.seat.text) if self._is_small else await self._sorted()
        return next((tool for tool in self.tools if tool.name == name), None)

    async def _sorted(self) -> str:
        prompt = load("sort", self._language)
        kinds = "\n".join(f"- {tool.name}: {tool.about}" for tool in self.tools)
        before = tuple(Message(role=each.role, text=each.text) for each in self.before)
        asked = prompt.messages({"said": self.seat.text})
        schema = document({"action": choice([*(tool.name for tool in self.tools), rules.TALK])})
        instructions = f"{prompt.instructions}\n{kinds}"
        answer = await self._asked(instructions, (*asked[:-1], *before, asked[-1]), schema, 60)
        return str(answer["action"])

    async def _arguments(self, tool: Tool) -> Arguments:
        """Return the arguments of a tool: for a small model by rule where they are said plainly; the rest is asked."""
        given = rules.arguments(self.seat.text, tool) if self._is_small else {}
        missing = {name: schema for name, schema in tool.fields.items() if name not in given}
        if not missing:
            return given
        batches = [{name: schema} for name, schema in missing.items()] if self._is_small else [missing]
        for fields in batches:
            given |= await self._fill(tool, fields)
        return given

    async def _fill(self, tool: Tool, fields: dict[str, Any]) -> dict[str, Any]:
        """Ask for fields in the language of the series: their words enter the story, whatever the person speaks."""
        prompt = load("fill", self.seat.desk.series.language)
        asked = prompt.messages({"said": self.seat.text, "action": tool.about, "fields": ", ".join(fields)})
        before = () if self._is_small else tuple(Message(role=each.role, text=each.text) for each in self.before)
        return await self._asked(prompt.instructions, (*before, *asked), document(fields), 300)

    async def _asked(
        self, instructions: str, messages: Sequence[Message], schema: dict[str, Any], most: int
    ) -> dict[str, Any]:
        return await patiently(lambda: self.asker.document(instructions, messages, schema, most), self.asker.pause)
