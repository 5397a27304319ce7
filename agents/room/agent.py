"""The agent of a model that calls tools by itself: LangChain's loop around the gate.

This module imports LangChain; it is imported when a model of that ability is first talked to. The conversation comes
from the minutes and goes back there: the agent has no memory of its own, and nothing is kept between two turns.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from jsonschema import Draft202012Validator
from langchain.agents import create_agent
from langchain.agents.middleware import (
    AgentMiddleware,
    AgentState,
    ModelCallLimitMiddleware,
    ModelCallResult,
    ModelRequest,
    ModelResponse,
)
from langchain.agents.middleware.model_call_limit import ModelCallLimitExceededError
from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool, StructuredTool
from langgraph.runtime import Runtime

from agents.room.asking import Asker, patiently
from agents.room.limits import OverBudget
from agents.tools import Effect, Tool
from generation.requests.chat import Call, Utterance
from generation.requests.identity import canonical
from storage.domain.takes import Take

Use = Callable[[Tool, dict[str, Any]], Awaitable[Effect]]
"""Uses a tool for the turn."""


class GateModel(BaseChatModel):
    """The chat model of the settings as LangChain sees it; every answer of it is a take."""

    ask: Callable[..., Awaitable[tuple[Take, dict[str, Any]]]]

    @property
    def _llm_type(self) -> str:
        return "gate"

    def bind_tools(
        self,
        tools: Sequence[Any],
        *,
        tool_choice: str | None = None,
        **more: Any,  # noqa: ANN401 - LangChain's signature
    ) -> Runnable[Any, AIMessage]:
        """Ask with these tools from now on."""
        del tool_choice, more
        described = [
            {"name": tool.name, "description": tool.description, "parameters": tool.args_schema} for tool in tools
        ]
        return self.bind(tools=described)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,  # noqa: ANN401 - LangChain's signature
    ) -> ChatResult:
        raise NotImplementedError("the gate is asynchronous")

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,  # noqa: ANN401 - LangChain's signature
    ) -> ChatResult:
        del stop, run_manager
        instructions = "\n".join(each.text for each in messages if isinstance(each, SystemMessage))
        said = [_utterance(each) for each in messages if not isinstance(each, SystemMessage)]
        take, answer = await self.ask(instructions, said, kwargs.get("tools", ()))
        calls = [
            {"name": call["name"], "args": call["arguments"], "id": f"{take.digest[:8]}-{number}", "type": "tool_call"}
            for number, call in enumerate(answer["calls"])
        ]
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content=answer["text"], tool_calls=calls))])


class Patience(AgentMiddleware[AgentState[Any], Any, Any]):
    """Asks the model once more where that may help."""

    def __init__(self, pause: float) -> None:
        super().__init__()
        self._pause = pause

    async def awrap_model_call(
        self, request: ModelRequest[Any], handler: Callable[[ModelRequest[Any]], Awaitable[ModelResponse[Any]]]
    ) -> ModelCallResult[Any]:
        """Ask, and after a passing fault ask again."""
        return await patiently(lambda: handler(request), self._pause)


class Purse(AgentMiddleware[AgentState[Any], Any, Any]):
    """Asks the model nothing more when the tokens of the turn are spent."""

    def __init__(self, asker: Asker) -> None:
        super().__init__()
        self._asker = asker

    async def abefore_model(self, state: AgentState[Any], runtime: Runtime[Any]) -> dict[str, Any] | None:
        """Look into the purse."""
        del state, runtime
        self._asker.check()
        return None


async def converse(
    asker: Asker, instructions: str, messages: Sequence[Utterance], tools: Sequence[Tool], use: Use
) -> None:
    """Let the model answer, and use tools on the way, until it has said what it has to say.

    Raises:
        OverBudget: it asked for more than a turn may take.
        GenerationError: it cannot be asked now, or did not answer.
    """
    middleware: list[AgentMiddleware[Any, Any, Any]] = [
        Purse(asker),
        ModelCallLimitMiddleware(run_limit=asker.limits.calls, exit_behavior="error"),
        Patience(asker.pause),
    ]
    agent: Any = create_agent(
        GateModel(ask=asker.talk),
        [_tool(tool, use) for tool in tools],
        system_prompt=instructions,
        middleware=middleware,
    )
    try:
        await agent.ainvoke({"messages": list(map(_message, messages))}, {"recursion_limit": 10 * asker.limits.calls})
    except ModelCallLimitExceededError:
        raise OverBudget("room-over-turn") from None


def _tool(tool: Tool, use: Use) -> BaseTool:
    """Return a row of the table as LangChain's tool; arguments that do not fit go back to the model as words."""
    check = Draft202012Validator(tool.schema)

    async def run(**arguments: Any) -> str:  # noqa: ANN401 - JSON that is checked here
        faults = [fault.message for fault in check.iter_errors(arguments)]
        if faults:
            return f"These arguments do not fit: {'; '.join(faults[:3])}. Call {tool.name} again."
        return (await use(tool, arguments)).told

    return StructuredTool(name=tool.name, description=tool.about, args_schema=tool.schema, coroutine=run)


def _message(said: Utterance) -> BaseMessage:
    return HumanMessage(said.text) if said.role == "user" else AIMessage(said.text)


def _utterance(message: BaseMessage) -> Utterance:
    match message:
        case AIMessage():
            calls = tuple(
                Call(id=call["id"] or "", name=call["name"], arguments=canonical(call["args"]).decode())
                for call in message.tool_calls
            )
            return Utterance(role="assistant", text=message.text, calls=calls)
        case ToolMessage():
            return Utterance(role="tool", text=message.text, answers=message.tool_call_id)
        case _:
            return Utterance(role="user", text=message.text)
