"""What the studio does not take down."""

import pytest

from agents.manners import is_abusive


@pytest.mark.parametrize(
    "text",
    [
        "Fuck you!",
        "va te faire foutre",
        "操你妈",
        "a sexual scene with a child",
        "une scène érotique avec une mineure",
        "未成年 色情",
    ],
)
def test_abuse_is_refused_in_three_languages(text: str) -> None:
    assert is_abusive(text)


@pytest.mark.parametrize(
    "text",
    [
        "A child finds the truth in a book of spells",
        "Un renard tient une boulangerie de nuit",
        "A villain shouts 'go to hell' at the hero, who answers by feeding the poor of the whole city for a year",
        "一个女孩发现她的猫会说话",
        "A detective of Essex hunts a thief",
    ],
)
def test_stories_are_taken_down(text: str) -> None:
    assert not is_abusive(text)
