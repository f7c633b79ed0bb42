"""The scorecard: what counts as right, and that the measuring set keeps apart from the utterances."""

from collections import Counter

import pytest

from skill.errors import UsageError
from skill.scorecard.damage import FATAL, MINOR, NUISANCE, SERIOUS, severity
from skill.scorecard.measure import Outcome, figures, share
from skill.scorecard.questions import Question, part_of, read
from skill.scorecard.report import Card, markdown, page
from skill.understanding.examples import examples
from skill.understanding.normalise import normalise

QUESTIONS = read()


def question(topics="sex_timing", kind="short"):
    return Question("look", kind, tuple(topics.split("|")), "a question")


@pytest.mark.parametrize(
    ("topics", "answered", "verdict"),
    [
        ("sex_timing|why_wait", ("why_wait",), "right"),
        ("sex_timing", ("fever", "sex_timing"), "asked"),
        ("sex_timing", ("fever", "grief"), "wrong"),
        ("sex_timing", ("fever",), "wrong"),
        ("sex_timing", ("out_of_scope",), "refused"),
        ("out_of_scope", ("out_of_scope",), "right"),
        ("out_of_scope", ("(not a topic)",), "right"),
        ("out_of_scope", ("grief",), "wrong"),
    ],
)
def test_verdicts(topics, answered, verdict):
    assert Outcome(question(topics), answered, 0.0).verdict == verdict


@pytest.mark.parametrize(
    ("topics", "answered", "how_bad"),
    [
        ("urgent_physical", "fever", FATAL),
        ("urgent_physical", "out_of_scope", FATAL),
        ("urgent_physical", "crisis_emotional", MINOR),
        ("fever", "how_common", SERIOUS),
        ("fever", "call_doctor", MINOR),
        ("grief", "support", MINOR),
        ("grief", "crisis_emotional", NUISANCE),
        ("grief", "grief", ""),
    ],
)
def test_how_bad_a_misunderstanding_is(topics, answered, how_bad):
    assert severity(question(topics), answered) == how_bad


def test_figures_of_a_perfect_and_of_a_hopeless_listener():
    right = [Outcome(q, (q.topics[0],), 0.001) for q in QUESTIONS]
    wrong = [Outcome(q, ("how_common" if q.topics[0] != "how_common" else "fever",), 0.001) for q in QUESTIONS]
    assert all(figure.met for figure in figures(right))
    assert share(wrong, "right") < 0.1
    assert not any(figure.met for figure in figures(wrong) if figure.goal and "alarms" not in figure.name)


def test_no_question_repeats_an_utterance(ways):
    known = examples(ways)
    assert [q.text for q in QUESTIONS if normalise(q.text) in known] == []


def test_the_measuring_set_is_large_varied_and_rightly_labelled(content):
    kinds = Counter(q.kind for q in QUESTIONS)
    known = {*content.topics, *content.safety, "out_of_scope"}
    assert len(QUESTIONS) >= 1_200
    assert len(kinds) >= 20
    assert all(set(q.topics) <= known for q in QUESTIONS)
    assert all(q.part == part_of(q.text) for q in QUESTIONS)
    assert {q.topics[0] for q in QUESTIONS} == known


def test_the_report_says_what_was_met_and_draws_the_confusions():
    rows = [Outcome(question(), ("fever",), 0.001), Outcome(question(), ("sex_timing",), 0.001)]
    card = Card(rows, figures(rows), [("fatal", 0, 1)])
    assert "| in scope: wrong topic | 2 % or less | 50.0% | 2 | **no** |" in markdown(card)
    assert "sex_timing answered as fever: 1" in page(card)


def test_a_folder_without_questions_is_told(tmp_path):
    with pytest.raises(UsageError, match="no questions"):
        read(tmp_path)


def test_a_file_with_other_columns_is_told(tmp_path):
    (tmp_path / "x.tsv").write_text("a\tb\n1\t2\n")
    with pytest.raises(UsageError, match="the columns must be"):
        read(tmp_path)
