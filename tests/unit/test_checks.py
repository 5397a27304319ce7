"""What is wrong with a text, told by rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.crew.checks import REMARKS, Flaw, copied, flaws, repeated, survives, violations
from agents.crew.language import foreign, language_of, length, runs, trimmed
from storage.domain.story import Language

FR, EN, ZH = Language.FRENCH, Language.ENGLISH, Language.CHINESE
languages = st.sampled_from(Language)

SENTENCES = {
    FR: "Le renard ouvre la boulangerie quand la ville dort.",
    EN: "The fox opens the bakery when the town is asleep.",
    ZH: "狐狸在午夜之前打开了面包店的门。",
}


@pytest.mark.parametrize(("language", "text"), SENTENCES.items())
def test_a_sentence_is_told_from_the_other_languages(language: Language, text: str) -> None:
    assert language_of(text) is language
    assert [other for other in Language if foreign(text, other)] == [other for other in Language if other != language]


@pytest.mark.parametrize("text", ["Émile", "Luna", "Bolt 9", "Pearl!"])
def test_a_name_is_at_home_in_french_and_english(text: str) -> None:
    assert not foreign(text, FR)
    assert not foreign(text, EN)


@pytest.mark.parametrize("text", ["パン屋の狐", "Лиса держит пекарню", "여우의 빵집", "ثعلب"])
@given(languages)
def test_another_script_is_foreign_everywhere(text: str, language: Language) -> None:
    assert foreign(text, language)


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("Je suis désolée, mais je ne peux pas vous aider avec ça.", Flaw.REFUSAL),
        ("Désolé, mais je ne peux pas répondre à cela.", Flaw.REFUSAL),
        ("I'm sorry, but I can't assist with that.", Flaw.REFUSAL),
        ("As an AI language model, I have no opinion.", Flaw.REFUSAL),
        ("抱歉，我无法帮助你。", Flaw.REFUSAL),
        ("1/2", Flaw.PLACEHOLDER),
        ("...", Flaw.PLACEHOLDER),
        ("…", Flaw.PLACEHOLDER),
        ("[nom du héros]", Flaw.PLACEHOLDER),
        ("Otis holds out a letter that reads", Flaw.CUT),
        ("Roux ouvre la porte et", Flaw.CUT),
        ("信上写着：", Flaw.CUT),
        ("小王发现一条暗道，发现一条暗道。", Flaw.TWICE),
        ("Bolt climbs the roof, climbs the roof.", Flaw.TWICE),
        ("Léo se cache dans la cave, Léo se cache dans la cave.", Flaw.TWICE),
        ("我借的书，不是 yours。", Flaw.LANGUAGE),
        ("Invente", Flaw.LEFTOVER),
        ("Le <<<renard>>> sort.", Flaw.LEFTOVER),
        ("(gros plan)", Flaw.LEFTOVER),
        ("**Le renard** sort.", Flaw.MARKUP),
        ("<b>The fox</b> leaves.", Flaw.MARKUP),
        ("See https://example.org for more.", Flaw.MARKUP),
    ],
)
def test_what_is_no_story_is_found(text: str, flaw: Flaw) -> None:
    assert flaw in set(flaws(text, language_of(text) or FR))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *SENTENCES.items(),
        (FR, "Désolé, la boutique est fermée."),
        (FR, "Je ne peux pas dormir."),
        (EN, "Sorry, we are closed. I can't sleep."),
        (EN, "Who told you?"),
        (ZH, "对不起，我来晚了。"),
        (FR, "Toi. Demain."),
        (FR, "N'ouvre pas la porte, n'ouvre pas la porte !"),
        (EN, "No, no, please, no."),
        (ZH, "下雨了，下雨了。"),
        (ZH, "去 KTV 找 Emile，用这个 app。"),
    ],
)
def test_a_line_of_a_story_passes(language: Language, text: str) -> None:
    assert list(flaws(text, language)) == []
    assert violations(text, "dit", 12 if language != ZH else 22, language) == ()


def test_every_flaw_has_a_remark_in_every_language() -> None:
    for language in Language:
        assert set(REMARKS[language]) == set(Flaw)
        assert all("{0}" in text for text in REMARKS[language].values())


@given(st.text(), st.integers(1, 60), languages)
def test_trimming_never_adds_words_and_ends_where_a_sentence_or_clause_does(
    text: str, limit: int, language: Language
) -> None:
    short = trimmed(text, limit, language)
    assert length(short, language) <= length(text, language)
    assert short == " ".join(text.split()) or length(short, language) <= limit
    assert short.rstrip(".。") in " ".join(text.split())


@given(st.text(), st.integers(1, 60), languages)
def test_trimming_twice_changes_nothing_more(text: str, limit: int, language: Language) -> None:
    once = trimmed(text, limit, language)
    assert trimmed(once, limit, language) == once


@pytest.mark.parametrize(
    ("language", "text", "limit", "short"),
    [
        (FR, "Il entre. Il voit Marcel et la lampe tombe par terre.", 5, "Il entre."),
        (EN, "He waits by the door, and the lamp goes out.", 6, "He waits by the door."),
        (ZH, "他走进来了。他看见老马，手电筒掉了下来。", 8, "他走进来了。"),
        (EN, "Nothing here can be cut without harm", 3, "Nothing here can be cut without harm"),
    ],
)
def test_a_long_text_is_cut_at_the_end_of_a_sentence_or_clause(
    language: Language, text: str, limit: int, short: str
) -> None:
    assert trimmed(text, limit, language) == short


@given(st.lists(st.sampled_from(["renard", "lune", "pain", "porte", "nuit", "chat"]), min_size=6, max_size=12))
def test_a_text_copies_itself_and_not_one_without_five_words_in_common(words: list[str]) -> None:
    text = " ".join(words)
    assert copied(text, [text], FR)
    assert not copied(text, [" ".join(words[:4])], FR)
    assert copied(text, [" ".join(words[:4])], FR, line=True)
    assert runs(text, 5, FR)


def test_a_beat_that_says_what_another_says_is_found() -> None:
    beats = {"début": "Le renard ouvre la boulangerie.", "fin": "Le renard ouvre sa boulangerie !", "x": "Marcel rit."}
    assert list(repeated(beats, FR)) == ["fin"]


@pytest.mark.parametrize(
    ("language", "idea", "kept", "lost"),
    [
        (FR, "Un renard tient une boulangerie de nuit", "Roux, un renard, pétrit le pain la nuit.", "Un homme dort."),
        (EN, "A lonely robot falls in love with the moon", "A robot loves the moon.", "A dog chases a car."),
        (ZH, "一个女孩发现她的猫会说话", "小女孩的猫忽然说话了。", "老人在海边钓鱼。"),
    ],
)
def test_an_idea_is_recognised_by_its_words(language: Language, idea: str, kept: str, lost: str) -> None:
    assert survives(idea, kept, language)
    assert not survives(idea, lost, language)


@given(st.text(min_size=1), languages)
def test_an_idea_survives_in_itself(idea: str, language: Language) -> None:
    assert survives(idea, idea, language)
