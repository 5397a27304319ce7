"""What the page asks for: one address for each act of a person, and files."""

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.simulator import acts
from bot.simulator.acts import Context, NotPossible
from bot.simulator.call import Call
from bot.simulator.events import Events
from bot.simulator.journal import Json
from bot.simulator.launch import launch_url
from bot.simulator.methods.profile import commands_for
from bot.simulator.people import answer_to
from bot.simulator.probe import as_voice
from bot.simulator.rules import Refused
from bot.simulator.server import read_call, send_file
from bot.simulator.world import World

Act = Callable[[World, Call], Awaitable[Json]]
NAME_LIMIT = 64


def routes(world: World, events: Events) -> list[Route]:
    """Return the routes of the page."""

    async def act(request: Request) -> Response:
        name = request.path_params["method"]
        if name not in ACTS:
            return JSONResponse({"error": f"there is no act called {name}"}, 404)
        try:
            done = await ACTS[name](world, await read_call(request))
        except (NotPossible, Refused, KeyError) as error:
            world.journal.roll_back()
            return JSONResponse({"error": str(error)}, 409)
        finally:
            world.commit()
        return JSONResponse(done)

    async def file(request: Request) -> Response:
        file_id = request.path_params["file_id"]
        if file_id not in world.files:
            return Response("There is no such file.\n", 404)
        return send_file(world, file_id, request)

    return [
        Route("/events", events.stream),
        Route("/sim/files/{file_id}", file),
        Route("/sim/{method}", act, methods=["POST"]),
    ]


def _context(call: Call) -> Context:
    person = call.integer("person")
    return Context(
        person=person,
        chat=call.integer("chat", person),
        thread=call.integer("thread", 0),
        reply_to=call.integer("reply_to", 0),
        quote=call.text("quote"),
    )


async def _say(world: World, call: Call) -> Json:
    return {"message": acts.write(world, _context(call), call.text("text"))[-1]}


async def _press(world: World, call: Call) -> Json:
    context = _context(call)
    message_id, row, column = (call.integer(name) for name in ("message", "row", "column"))
    keyboard = world.messages(context.chat)[message_id].get("reply_markup", {}).get("inline_keyboard", [])
    if row >= len(keyboard) or column >= len(keyboard[row]) or "callback_data" not in keyboard[row][column]:
        raise NotPossible("this button is gone")
    query_id = acts.press(world, context, message_id, keyboard[row][column])
    world.commit()
    answer = await answer_to(world, query_id, acts.PATIENCE)
    return {"text": answer.text, "is_alert": answer.is_alert, "url": answer.url}


async def _edit(world: World, call: Call) -> Json:
    return {"message": acts.edit(world, _context(call), call.integer("message"), call.text("text"))}


async def _delete(world: World, call: Call) -> Json:
    acts.remove(world, _context(call), call.integer("message"))
    return {}


async def _react(world: World, call: Call) -> Json:
    acts.put_reaction(world, _context(call), call.integer("message"), call.text("emoji"))
    return {}


async def _upload(world: World, call: Call) -> Json:
    kind, uploads = call.text("kind"), list(call.uploads.values())
    if kind == "voice":
        uploads = [await run_in_threadpool(as_voice, upload) for upload in uploads]
    files = [(kind or upload.facts.kind, upload) for upload in uploads]
    return {"messages": acts.send_files(world, _context(call), files, call.text("caption"))}


async def _stop(world: World, call: Call) -> Json:
    acts.stop_draft(world, _context(call))
    return {}


async def _block(world: World, call: Call) -> Json:
    acts.block(world, call.integer("person"), is_blocked=call.flag("is_blocked", default=True))
    return {}


async def _person(world: World, call: Call) -> Json:
    return {"id": world.add_person(_name(call, "name"), call.text("language") or None)}


async def _group(world: World, call: Call) -> Json:
    people = call.json("people")
    ids = [int(str(one)) for one in people] if isinstance(people, list) else []
    if not ids or not all(one in world.people for one in ids):
        raise NotPossible("a group needs people who exist")
    chat_id = world.add_group(_name(call, "title"), ids[0], is_forum=call.flag("topics"), is_basic=False)
    for person in ids[1:]:
        world.set_status(chat_id, person, "member")
    if call.flag("with_bot"):
        acts.join(world, chat_id, world.bot["id"], by=ids[0])
        acts.promote(world, chat_id, world.bot["id"], by=ids[0], is_admin=True)
    return {"id": chat_id}


def _name(call: Call, name: str) -> str:
    value = call.text(name).strip()
    if not 1 <= len(value) <= NAME_LIMIT:
        raise NotPossible(f"a {name} of 1 to {NAME_LIMIT} characters is needed")
    return value


async def _join(world: World, call: Call) -> Json:
    acts.join(world, call.integer("chat"), call.integer("person"))
    return {}


async def _leave(world: World, call: Call) -> Json:
    acts.leave(world, call.integer("chat"), call.integer("person"))
    return {}


async def _commands(world: World, call: Call) -> Json:
    context = _context(call)
    return {"commands": commands_for(world, context.chat, context.person)}


async def _launch(world: World, call: Call) -> Json:
    url = call.text("url")
    if not url.startswith(("https://", "http://127.0.0.1", "http://localhost")):
        raise NotPossible("a Mini App needs an HTTPS address, or one of this machine")
    return {"url": launch_url(world, call.integer("person"), url, call.text("theme"))}


ACTS: dict[str, Act] = {
    "say": _say,
    "press": _press,
    "edit": _edit,
    "delete": _delete,
    "react": _react,
    "upload": _upload,
    "stop": _stop,
    "block": _block,
    "person": _person,
    "group": _group,
    "join": _join,
    "leave": _leave,
    "commands": _commands,
    "launch": _launch,
}
