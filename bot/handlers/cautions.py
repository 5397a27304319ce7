"""Words that may touch another's rights: they are changed, or kept by who answers for them."""

from agents.claims import claims
from agents.commands.story import Assure
from bot.callbacks import Press
from bot.carrier import About
from bot.front import Call, Front, Toast
from bot.handlers import prompts, words
from storage.assurances import words as said
from storage.domain.crew import Right
from storage.domain.ids import TakeId
from storage.domain.papers import Matter, Subject
from storage.domain.takes import Medium


async def instead(front: Front, call: Call, press: Press) -> Toast:
    """Ask what it shall be instead; the answer is a wish, or of a picture its prompt."""
    take = await front.views.take(TakeId(press.about))
    card = await front.views.card(take.episode)
    if take.work.medium is Medium.PROMPT:
        return await prompts.rewrite(front, call, take)
    refusal = await front.refused(call, card.series.id, Right.WRITE)
    if refusal:
        return Toast(refusal, alert=True)
    name = next((claim.name for claim in claims(await said(front.views.path, take)) if claim.matter == press.word), "")
    about = Subject.SYNOPSIS if take.work.medium is Medium.IDEA else ""
    asked = About(purpose=f"{words.ASK_INSTEAD}:{about}", episode=take.episode)
    await words.ask(front, call, "ask-instead", asked, name=name or "…")
    return Toast()


async def assure(front: Front, call: Call, press: Press) -> Toast:
    """Keep the words, and note who answers for them; then ask why, which need not be answered."""
    if press.word not in set(Matter):
        return Toast("toast-not-a-button", alert=True)
    command = Assure(caller=call.caller, take=TakeId(press.about), matter=Matter(press.word))
    trouble = await front.carry(call, command)
    if trouble:
        return Toast(trouble, alert=True)
    about = About(purpose=f"{words.WHY_ASSURED}:{press.about}:{press.word}")
    await words.ask(front, call, "ask-assured", about)
    return Toast("toast-assured")
