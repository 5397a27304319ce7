"""Words that may touch another's rights: what they touch, another way to have it, and who answers for them."""

from agents.claims import Claim
from bot.callbacks import Act, Press
from bot.screens.page import Screen, Voice, quoted
from storage.assurances import Caution


def caution(voice: Voice, shown: Caution) -> Screen:
    """Return what words may touch, to be changed or kept; once somebody answers for them, who does."""
    claim = Claim(matter=shown.matter, name=shown.name)
    parts = [voice(f"caution-{claim.matter}", **claim.values)]
    if shown.said:
        parts.insert(0, voice("caution-said", text=quoted(shown.said)))
    if shown.assured is not None and shown.keeper is not None:
        kept = voice("caution-assured", name=shown.keeper.name)
        return Screen(text="\n\n".join((*parts, kept)))
    row = (
        voice.button("button-instead", Press(Act.INSTEAD, shown.take.id, word=shown.matter)),
        voice.button("button-assure", Press(Act.ASSURE, shown.take.id, word=shown.matter)),
    )
    return Screen(text="\n\n".join((*parts, voice("caution-ask"))), buttons=(row,))
