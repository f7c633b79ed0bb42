"""The ladder, rung by rung. Questions here are the tests' own; none is an utterance it was trained on."""

import pytest

from skill.conversation.move import Ask, Clarify, Danger, FollowUp, NotUnderstood, OutOfScope, Verb
from skill.understanding import classifier, default, encoder
from skill.understanding.danger import alarm
from skill.understanding.examples import examples, fingerprint
from skill.understanding.normalise import normalise
from skill.understanding.slots import about_another, kinds_in

EVERY = 9
"""Of the thousands of utterances, every ninth is asked; `gentle scorecard` measures on questions never seen."""


def understand(text):
    return default().understand(text)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("When can I have SEX again?!", "when can i have sex again"),
        ("sex after a D&C", "sex after a d and c"),
        ("after the dian see", "after the d and c"),
        ("my miss carriage", "my miscarriage"),
        ("um i i had er a loss", "i had a loss"),
        ("a fever of 101.5", "a fever of one hundred and one point five"),
        ("it's 38°C", "it's thirty eight degrees"),
        ("2 weeks, 3 days", "two weeks three days"),
        ("don’t", "don't"),
        ("<speak>hi</speak>", "speak hi speak"),
        ("\x00\x07", ""),
        ("🙂🙂", ""),
    ],
)
def test_text_is_made_plain(said, plain):
    assert normalise(said) == plain


def test_every_utterance_is_understood_as_its_own_topic(ways):
    """Through our own understanding, as a typed or dictated question; danger signs without exception."""
    wrong = {}
    for topic in ways.utterances:
        for text in ways.asking(topic)[::EVERY]:
            move = understand(text).move
            if getattr(move, "topic", None) != topic:
                wrong[text] = (topic, move)
    lost = {text: row for text, row in wrong.items() if row[0] in ("urgent_physical", "crisis_emotional", "unsafe_partner")}
    assert lost == {}
    total = sum(len(ways.asking(topic)[::EVERY]) for topic in ways.utterances)
    assert len(wrong) <= 0.03 * total, f"{len(wrong)} of {total}: {dict(list(wrong.items())[:20])}"


def test_every_verb_is_understood_with_and_without_courtesy(ways):
    for verb, phrases in ways.navigation.verbs.items():
        for phrase in phrases:
            assert understand(phrase).move == Verb(verb), phrase
            assert understand(f"Please {phrase}").move == Verb(verb), phrase


@pytest.mark.parametrize(
    ("said", "move"),
    [
        ("And after a D and C?", FollowUp("kind", ("d_and_c",))),
        ("what about an ectopic pregnancy", FollowUp("kind", ("ectopic",))),
        ("how long", FollowUp("how_long")),
        ("but why?", FollowUp("why")),
        ("what about my wife?", FollowUp("partner")),
    ],
)
def test_follow_ups(said, move):
    assert understand(said).move == move


def test_kinds_are_read_out_of_a_question():
    assert kinds_in(normalise("sex after a suction D&C for a missed miscarriage")) == ("d_and_c", "missed")
    assert kinds_in("a comical pregnancy was it") == ("chemical",)
    assert kinds_in("no kind at all") == ()


def test_somebody_else_is_noticed():
    assert about_another("is my wife all right to try")
    assert not about_another("am i all right to try")


DANGERS = {
    "urgent_physical": [
        "I've soaked through four pads since lunch",
        "there are huge clots coming out of me",
        "my temperature is 39.2 and I can't stop shaking",
        "I just fainted in the hallway",
        "she is bleeding so much she feels dizzy",
        "um so i was gonna ask about sex but the blood is gushing",
        "I have a fever, should I worry?",
        "I had a miscarriage two weeks ago and I have a fever, is it normal?",
        "I have a fever, can we have sex?",
        "I'm passing large clots, is that normal?",
        "my cramps are unbearable",
        "the cramps are worse than giving birth was",
        "not even water has stayed down since last night",
        "they told her it's ectopic and I think it has burst",
        "a hundred and three and still rising",
    ],
    "crisis_emotional": [
        "I don't want to live any more",
        "I keep thinking about killing myself",
        "they would all be better off without me",
        "I cut myself last night",
        "what's the point of carrying on",
        "why am I still here",
        "nobody would miss me",
        "I give up",
    ],
    "unsafe_partner": [
        "my husband forced me last night",
        "he hits me when I say no",
        "I told him no and he did it anyway",
        "I'm scared of my boyfriend",
    ],
}


@pytest.mark.parametrize(("danger", "said"), [(danger, said) for danger, rows in DANGERS.items() for said in rows])
def test_danger_signs_are_caught(danger, said):
    move = understand(said).move
    assert isinstance(move, Danger)
    assert move.topic == danger


@pytest.mark.parametrize(
    "said",
    [
        "how many pads an hour is too many",
        "this cramp is killing me",
        "what are the signs of an infection",
        "what if I get a fever next week",
        "what should I do if I have a fever",
        "she hasn't got a fever, when can we try again",
        "it's not that I'm soaking pads, I just want to know what is too much",
        "my phone is dead",
        "are cramps worse than labour",
        "can an ectopic one burst",
        "i had a ruptured ectopic in march, when can we have sex",
        "i nearly fainted when i saw the price",
        "what's the point of going on the pill",
        "is there any point in trying again",
        "he never forces anything, we both want to wait",
    ],
)
def test_questions_in_the_same_words_are_no_alarm(said):
    assert not isinstance(understand(said).move, Danger)


def test_a_rule_says_what_it_heard():
    assert alarm("i am soaking a pad an hour").heard == ("i am soaking", "pad")
    assert alarm("how many soaked pads are too many") is None


@pytest.mark.parametrize("said", ["set a timer for ten minutes", "what's the capital of peru", "can my dog eat grapes"])
def test_what_is_not_ours_is_refused(said):
    assert isinstance(understand(said).move, OutOfScope)


AWKWARD = ["", "   ", "?", "🙂", "\x00", "a" * 10_000, "sex " * 10_000, "'; DROP TABLE topics; --", "<speak><break time='1h'/>", "что мне делать", "流产后多久", "{question}", "\ud800", "'" * 500, "1" * 500]  # fmt: skip


@pytest.mark.parametrize("said", AWKWARD, ids=range(len(AWKWARD)))
def test_nothing_breaks_it(said):
    move = understand(said).move
    assert isinstance(move, OutOfScope | NotUnderstood | Ask | Clarify | Danger)


@pytest.mark.parametrize("said", AWKWARD, ids=range(len(AWKWARD)))
def test_nothing_awkward_is_echoed(said, device):
    heard = device.say(said)
    assert heard.text
    assert "DROP" not in heard.ssml
    assert "1h" not in heard.ssml


def test_a_result_shows_its_reasons():
    found = understand("when may we be intimate again")
    assert found.move == Ask("sex_timing")
    assert found.rung == "classifier"
    assert found.score > found.runner_up_score > 0
    assert found.runner_up in found.scores


def test_both_models_belong_to_the_utterances(ways):
    assert classifier.load().fingerprint == fingerprint(examples(ways)), "run: make model"
    assert encoder.load().fingerprint == fingerprint(examples(ways)), "run: make model"


def test_a_changed_utterance_makes_the_model_stale(ways):
    rows = examples(ways)
    assert fingerprint(rows) != fingerprint(rows | {"one more way to ask": "grief"})
