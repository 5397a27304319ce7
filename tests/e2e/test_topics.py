"""Topics: in a group that is a forum each episode is talked about in one of its own, to its very end."""

import pytest

from bot.screenplay import Cast
from bot.settings import Settings
from bot.simulator.faults import Fault
from bot.simulator.message import Message
from bot.simulator.people import Chat, Person
from bot.simulator.simulator import Simulator
from storage.topics import topic_at
from storage.worklist import worklist
from tests.e2e.conftest import IDEA, Bot, running
from tests.e2e.steps import PATIENCE, bound, draft_of, named, supervised
from tests.fakes.backends import media
from tests.fakes.chat import chat

pytestmark = pytest.mark.slow


@pytest.fixture
def forum(simulator: Simulator, cast: Cast) -> Chat:
    """A group of Ana and Bo with topics."""
    return simulator.group("Forum", [cast.creator, cast.supervisor], topics=True)


@pytest.fixture
def casted(cast: Cast, forum: Chat) -> Cast:
    """Ana and Bo, who meet in the forum."""
    return Cast(creator=cast.creator, supervisor=cast.supervisor, room=forum)


def sent(room: Chat, topic: int) -> list[Message]:
    """Return what the bot has sent in a topic."""
    return [message for message in room.messages if message.is_from_bot and message.topic == topic]


def about_episodes(messages: list[Message]) -> list[Message]:
    """Return those with a draft, a drawing or a film."""
    return [each for each in messages if each.kind in {"photo", "video"} or "✓ Approve" in each.buttons]


async def with_rights(cast: Cast, *, withheld: tuple[str, ...] = ()) -> None:
    """Bring the bot into the group as an administrator."""
    await cast.creator.add_bot(cast.room)
    await cast.creator.give_rights(cast.room, withheld=withheld)


async def begun(cast: Cast) -> Message:
    """Begin an episode with Bo as its supervisor, and return the draft of its synopsis in the group."""
    await supervised(cast)
    return await cast.room.wait_for(draft_of("Synopsis"), PATIENCE)


async def test_an_episode_lives_in_its_topic_from_the_first_draft_to_its_credits(bot: Bot, casted: Cast) -> None:
    bo, room = casted.supervisor, casted.room
    await with_rights(casted)
    synopsis = await begun(casted)
    thread = synopsis.topic
    (title,) = room.topics.values()
    (card,) = await bot.views.library(casted.creator.id)
    assert thread in room.topics
    assert title == f"1 · {card.title}"
    await bo.press(synopsis, "✓ Approve")
    board = await room.wait_for(draft_of("Storyboard"), PATIENCE)
    panel = next(message for message in sent(room, thread) if message.text.startswith("2 · "))
    await casted.creator.say("she looks away", room, reply_to=panel)
    counted = await room.wait_for("💬 One remark", PATIENCE)
    assert counted.id == board.id
    (entry,) = (await worklist(bot.views, card.episode.id)).entries
    assert entry.remark.shot == "s2"
    await bo.command("/remarks", room, thread=thread)
    listed = await room.wait_for("she looks away", PATIENCE)
    await casted.creator.press(listed, "1 · Leave it")
    await bo.command("/waiting", room, thread=thread)
    await room.wait_for("One draft waits", PATIENCE)
    await bo.press(counted, "↩ Send back")
    asked = await room.wait_for("What should change", PATIENCE)
    await bo.say("shot 2 closer, at night", room, reply_to=asked)
    board = await room.wait_for(draft_of("Storyboard"), PATIENCE, after=asked)
    await bo.press(board, "✓ Approve")
    await bo.press(await room.wait_for(draft_of("Preview"), PATIENCE), "✓ Approve")
    end = await room.wait_for("Credits", PATIENCE)
    await bo.command("/storyboard", room, thread=thread)
    paper = await room.wait_for(lambda message: message.kind == "document", PATIENCE)
    told = [asked, listed, board, end, paper, await room.wait_for("One draft waits", PATIENCE)]
    assert {message.topic for message in told} == {thread}
    assert about_episodes(sent(room, 0)) == []
    assert {message.kind for message in sent(room, thread)} >= {"photo", "video", "document", "text"}
    assert len(room.topics) == 1
    assert room.topics[thread].startswith("✓ 1 · ")
    assert not [message for message in casted.creator.chat.messages if message.topic]


async def test_two_episodes_have_two_topics_and_what_is_said_there_is_about_them(bot: Bot, casted: Cast) -> None:
    ana, bo, room = casted.creator, casted.supervisor, casted.room
    await with_rights(casted)
    first = await begun(casted)
    await bo.press(first, "✓ Approve")
    await bo.press(await room.wait_for(draft_of("Storyboard"), PATIENCE), "✓ Approve")
    await bo.press(await room.wait_for(draft_of("Preview"), PATIENCE), "✓ Approve")
    released = await room.wait_for("Credits", PATIENCE)
    end = await ana.chat.wait_for(lambda message: "＋ Next episode" in message.buttons, PATIENCE)
    await ana.press(end, "＋ Next episode")
    asked = await ana.chat.wait_for("What happens in the next episode", PATIENCE)
    await ana.say("The moon answers the robot", reply_to=asked)
    second = await room.wait_for(draft_of("Synopsis"), PATIENCE, after=released)
    assert first.topic != second.topic
    assert {first.topic, second.topic} == set(room.topics)
    assert room.topics[first.topic].startswith("✓ 1 · ")
    assert room.topics[second.topic].startswith("2 · ")
    for draft, number, waits in ((first, 1, "Nothing waits"), (second, 2, "One draft waits")):
        before = room.messages[-1]
        await bo.command("/episode", room, thread=draft.topic)
        shown = await room.wait_for(f"episode {number}", PATIENCE, after=before)
        await bo.command("/waiting", room, thread=draft.topic)
        listed = await room.wait_for(waits, PATIENCE, after=shown)
        assert shown.topic == listed.topic == draft.topic
    await bo.command("/credits", room, thread=second.topic)
    none = await room.wait_for("Nothing is released yet", PATIENCE, after=second)
    assert none.topic == second.topic
    assert len(await bot.views.library(ana.id)) == 2


async def test_talk_in_a_topic_is_talk_among_people(bot: Bot, casted: Cast) -> None:
    await with_rights(casted)
    draft = await begun(casted)
    await casted.room.wait_for("Bo supervises", PATIENCE)
    before = casted.room.messages[-1].id
    await casted.supervisor.say("I like this one", casted.room, thread=draft.topic)
    await casted.supervisor.command("/help", casted.room, thread=draft.topic)
    shown = await casted.room.wait_for("Feuilleton in a group", PATIENCE)
    assert shown.topic == draft.topic
    (card,) = await bot.views.library(casted.creator.id)
    assert (await worklist(bot.views, card.episode.id)).entries == ()
    assert [message for message in casted.room.messages if message.id > before and message.is_from_bot] == [shown]


async def test_a_reply_in_a_topic_to_words_about_nothing_is_about_its_episode(bot: Bot, casted: Cast) -> None:
    await with_rights(casted)
    draft = await begun(casted)
    await casted.supervisor.command("/help", casted.room, thread=draft.topic)
    shown = await casted.room.wait_for("Feuilleton in a group", PATIENCE)
    await casted.creator.say("the robot is called Ada", casted.room, reply_to=shown)
    again = await casted.room.wait_for(draft_of("Synopsis"), PATIENCE, after=shown)
    assert again.topic == draft.topic
    assert len(await bot.views.library(casted.creator.id)) == 1


async def test_without_the_right_all_stays_in_the_general_topic_and_it_is_said_once(bot: Bot, casted: Cast) -> None:
    room = casted.room
    await with_rights(casted, withheld=("can_manage_topics",))
    synopsis = await begun(casted)
    assert synopsis.topic == 0
    (said,) = [message for message in room.messages if "manage topics" in message.text]
    assert said.topic == 0
    await casted.supervisor.press(synopsis, "✓ Approve")
    board = await room.wait_for(draft_of("Storyboard"), PATIENCE)
    assert board.topic == 0
    assert len([message for message in room.messages if "manage topics" in message.text]) == 1
    assert room.topics == {}
    await casted.creator.give_rights(room)
    await casted.supervisor.press(board, "✓ Approve")
    preview = await room.wait_for(draft_of("Preview"), PATIENCE)
    assert preview.topic in room.topics, "with the right topics are made from then on"
    (card,) = await bot.views.library(casted.creator.id)
    assert await topic_at(bot.views, room.id, preview.topic) is not None
    assert card.title in room.topics[preview.topic]


async def test_the_right_is_asked_for_once_also_after_a_restart(
    settings: Settings, simulator: Simulator, casted: Cast
) -> None:
    room = casted.room
    async with running(settings, simulator, {**media(), "chat": chat()}):
        await with_rights(casted, withheld=("can_manage_topics",))
        synopsis = await begun(casted)
    async with running(settings, simulator, {**media(), "chat": chat()}):
        await casted.supervisor.press(synopsis, "✓ Approve")
        await room.wait_for(draft_of("Storyboard"), PATIENCE)
    assert len([message for message in room.messages if "manage topics" in message.text]) == 1


async def test_after_a_restart_an_episode_keeps_its_topic(
    settings: Settings, simulator: Simulator, casted: Cast
) -> None:
    async with running(settings, simulator, {**media(), "chat": chat()}):
        await with_rights(casted)
        synopsis = await begun(casted)
    async with running(settings, simulator, {**media(), "chat": chat()}):
        await casted.supervisor.press(synopsis, "✓ Approve")
        board = await casted.room.wait_for(draft_of("Storyboard"), PATIENCE)
    assert board.topic == synopsis.topic
    assert len(casted.room.topics) == 1


async def test_a_topic_is_kept_before_anything_is_sent_there(bot: Bot, casted: Cast, simulator: Simulator) -> None:
    ana, room = casted.creator, casted.room
    await with_rights(casted)
    await ana.start()
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await bound(casted)
    simulator.faults.plan("sendMediaGroup", Fault(status=502))
    await named(casted)
    draft = await room.wait_for(draft_of("Synopsis"), PATIENCE)
    assert list(room.topics) == [draft.topic], "what failed was sent again, into the same topic"
    assert [message for message in room.messages if draft_of("Synopsis")(message)] == [draft]
    assert len(await bot.views.library(ana.id)) == 1


async def test_a_topic_whose_making_was_not_heard_of_stays_empty(bot: Bot, casted: Cast, simulator: Simulator) -> None:
    room = casted.room
    await with_rights(casted)
    simulator.faults.lose("createForumTopic")
    draft = await begun(casted)
    lost, kept = room.topics
    assert draft.topic == kept
    assert [message.kind for message in room.messages if message.topic == lost] == ["service"]
    assert await topic_at(bot.views, room.id, lost) is None


async def test_what_belongs_to_a_deleted_topic_comes_to_the_general_one(bot: Bot, casted: Cast) -> None:
    ana, room = casted.creator, casted.room
    await with_rights(casted)
    synopsis = await begun(casted)
    await ana.delete_topic(room, synopsis.topic)
    await approved(casted.supervisor, room)
    board = await room.wait_for(draft_of("Storyboard"), PATIENCE)
    assert board.topic == 0
    panels = [message for message in sent(room, 0) if message.kind == "photo"]
    assert panels, "an album goes there whole"
    await casted.supervisor.press(board, "✓ Approve")
    assert (await room.wait_for(draft_of("Preview"), PATIENCE)).topic == 0
    assert len([message for message in room.messages if "is gone" in message.text]) == 1
    assert room.topics == {}
    (card,) = await bot.views.library(ana.id)
    assert card.draft is not None


async def approved(bo: Person, room: Chat) -> None:
    """Approve what waits from a list in the general topic."""
    await bo.command("/waiting", room)
    listed = await room.wait_for("One draft waits", PATIENCE)
    assert listed.topic == 0
    await bo.press(listed, listed.buttons[0])
    shown = await room.wait_for(draft_of("Synopsis"), PATIENCE, after=listed)
    assert shown.topic == 0, "what is asked in the general topic is answered there"
    await bo.press(shown, "✓ Approve")


async def test_a_group_that_becomes_a_forum_has_topics_from_then_on(bot: Bot, simulator: Simulator, cast: Cast) -> None:
    ana, bo = cast.creator, cast.supervisor
    room = simulator.group("Small", [ana, bo], is_basic=True)
    small = Cast(creator=ana, supervisor=bo, room=room)
    await ana.start()
    await ana.say(IDEA)
    await ana.chat.wait_for(draft_of("Synopsis"), PATIENCE)
    await bound(small)
    await named(small)
    first = await room.wait_for(draft_of("Synopsis"), PATIENCE)
    grown = simulator.upgrade(room)
    await ana.give_rights(grown)
    simulator.make_forum(grown)
    await approved(bo, grown)
    board = await grown.wait_for(draft_of("Storyboard"), PATIENCE)
    assert board.topic in grown.topics
    assert first.topic == 0
    assert len(await bot.views.joined(grown.id)) == 1


async def test_topics_that_are_turned_off_are_left(bot: Bot, simulator: Simulator, casted: Cast) -> None:
    room = casted.room
    await with_rights(casted)
    synopsis = await begun(casted)
    record = simulator.world.chats[room.id]["chat"]
    simulator.world.chats.amend(room.id, chat={key: value for key, value in record.items() if key != "is_forum"})
    await casted.supervisor.press(synopsis, "✓ Approve")
    board = await room.wait_for(draft_of("Storyboard"), PATIENCE)
    assert board.topic == 0
    assert await topic_at(bot.views, room.id, synopsis.topic) is not None, "it is there when they are turned on again"
