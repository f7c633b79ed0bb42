"""The content check: our content passes it, and each sort of mistake is found where it stands."""

import shutil

import pytest

from skill.check import check, coverage
from skill.check.article import USUAL_PLACE, Article, read
from skill.content import HERE, read_now
from skill.errors import ContentError, UsageError

needs_article = pytest.mark.skipif(not USUAL_PLACE.exists(), reason=f"the article is not at {USUAL_PLACE}")

TOPIC = "en/topics/fever.yaml"


@pytest.fixture
def copy(tmp_path):
    """A copy of the content that a test may break."""
    return shutil.copytree(HERE, tmp_path / "content", ignore=shutil.ignore_patterns("*.py", "__pycache__"))


@pytest.fixture(scope="module")
def article():
    """The real article, or a small one of our own words with the same figures."""
    if USUAL_PLACE.exists():
        return read(USUAL_PLACE)
    return Article({42: "Pain can mean infection:", 58: "fever over 101 or 38.3 degrees after Tylenol, not less"})


def findings(root, article=None):
    return [str(finding) for finding in check(article, root)]


def change(root, file, old, new):
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_our_content_passes(article):
    if USUAL_PLACE.exists():
        assert findings(HERE, article) == []
    assert findings(HERE) == []


@needs_article
def test_every_paragraph_that_holds_content_is_answered_by_a_topic(article):
    unanswered = [number for number, topics in coverage(article).items() if not topics]
    assert unanswered == []
    assert len(coverage(article)) >= 45


MISTAKES = {
    "a banned word": ("Any fever is", "Just any fever is", "'Just' is not in our house style"),
    "blame": ("Any fever is", "Any fever is your fault and is", "'fault' is not in our house style"),
    "two sentences in a line": ("Any fever is", "Take care. Any fever is", "this is not one sentence"),
    "a sentence too long": ("Any fever is", "Any fever " + "and so on " * 8 + "is", "this sentence has"),
    "a form too long": (
        "normal:",
        "normal:\n" + "- say: One more thing to say about this and that.\n  from: [58]\n" * 4,
        "the normal form has",
    ),
    "a question about the person": (
        "Any fever is a reason to call your doctor.",
        "Do you have a fever now?",
        "this asks about the person",
    ),
    "a figure without its source": (
        "The article warns above all of one",
        "Any fever counts, above all one",
        "is not attributed",
    ),
    "a temperature that lulls": ("Any fever is", "A fever is", "every fever is a reason to call"),
}


@pytest.mark.parametrize("what", MISTAKES)
def test_a_mistake_in_a_sentence_is_found_with_file_and_line(copy, what):
    old, new, expected = MISTAKES[what]
    change(copy, TOPIC, old, new)
    if what == "a temperature that lulls":
        change(copy, TOPIC, "The article warns above all of one", "The article speaks of one")
    found = [line for line in findings(copy) if expected in line]
    assert found
    assert found[0].startswith(str(copy / TOPIC) + ":")
    assert int(found[0].removeprefix(str(copy / TOPIC) + ":").split(":")[0]) > 2


def test_a_touch_that_cannot_be_said_is_found(copy):
    change(copy, "en/screen.yaml", "No, thanks", "Nay, thou")
    assert any("'Nay, thou' cannot be said" in line for line in findings(copy))


GROUNDING = {
    "a figure that the article lacks": ("fever.yaml", "38.3 Celsius", "38.1 Celsius", "the figure 38.1 stands in no paragraph"),
    "a chance that the article lacks": ("how_common.yaml", "up to 1 in 5,", "up to 1 in 3,", "the figure 1 in 3"),
    "a lost not": (
        "incomplete_miscarriage.yaml",
        "that not all the tissue has passed",
        "that all the tissue has passed",
        'says "not" of',
    ),
    "a paragraph that is not there": ("how_common.yaml", "from: [8]", "from: [99]", "there is no paragraph [99]"),
    "a paragraph nobody uses": (
        "recovery_time.yaml",
        "from: [12, 13]",
        "from: [13]",
        "paragraph 12 of the article is used nowhere",
    ),
}


@needs_article
@pytest.mark.parametrize("what", GROUNDING)
def test_a_sentence_that_leaves_the_article_is_found(copy, article, what):
    file, old, new, expected = GROUNDING[what]
    path = f"en/topics/{file}"
    text = (copy / path).read_text()
    assert old in text
    (copy / path).write_text(text.replace(old, new))
    assert any(expected in line for line in findings(copy, article))


@needs_article
def test_the_articles_own_wording_is_found(copy, article):
    own = " ".join(article.paragraphs[16].split()[2:12])
    change(copy, TOPIC, "An infection needs a doctor's attention.", f"{own[0].upper()}{own[1:]}.")
    assert any("own wording" in line for line in findings(copy, article))


def test_a_chance_of_loss_without_the_chance_of_none_is_found(copy):
    change(copy, "en/topics/risk_of_another.yaml", "1 in 5 have another, and 4 in 5 do not", "1 in 5 have another")
    assert any("1 in 5 is said without" in line for line in findings(copy))


LISTS = {
    "no emergency number": ("en/safety.yaml", "Call {emergency}, or go", "Go", "no emergency number is named"),
    "a number without a source": (
        "helplines.yaml",
        "    source: project's verified list (issue 6)\n",
        "",
        "no source or no date",
    ),
    "a number for everybody": (
        "helplines.yaml",
        "say: your local emergency number",
        "say: call 911",
        "whose country we do not know",
    ),
    "a number said otherwise": ("helplines.yaml", 'number: "988"', 'number: "989"', "not in what is said"),
    "an unkind phrase": ("en/phrases.yaml", "Take gentle care.", "Unfortunately, goodbye.", "house style"),
}


@pytest.mark.parametrize("what", LISTS)
def test_a_mistake_in_a_list_is_found(copy, what):
    file, old, new, expected = LISTS[what]
    change(copy, file, old, new)
    assert any(expected in line for line in findings(copy))


def test_an_utterance_that_stands_in_two_topics_is_found(copy, ways):
    path = copy / "en/utterances/grief.yaml"
    path.write_text(f"{path.read_text()}\nborrowed:\n- {ways.utterances['fever']['plain'][0]}\n")
    assert any("stands in" in line for line in findings(copy))


def test_an_utterance_with_a_digit_is_found(copy):
    path = copy / "en/utterances/grief.yaml"
    path.write_text(f"{path.read_text()}\ntyped:\n- is it 5 weeks\n")
    assert any("no recogniser writes" in line for line in findings(copy))


BROKEN = {
    "not YAML": ("name: fever", "name: [fever", "not valid YAML"),
    "a field misspelled": ("normal:", "normel:", "unknown field"),
    "a field missing": ("name: fever\n", "", "missing required field"),
    "text where a list belongs": ("from: [42, 58]", "from: soon", "expected"),
    "an offer that leads nowhere": ("next: [infection_signs", "next: [infection_sings", "no topic 'infection_sings'"),
    "a follow-up that leads nowhere": ("how_long: fever", "how_long: feever", "leads to no topic"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_says_where_and_what_to_do(copy, what):
    old, new, expected = BROKEN[what]
    change(copy, TOPIC, old, new)
    with pytest.raises(ContentError) as error:
        read_now("en-US", copy)
    assert expected in str(error.value)
    assert str(error.value).startswith(f"{copy / TOPIC}:")
    assert any(expected in line for line in findings(copy))


def test_a_file_that_is_not_text_is_told(copy):
    (copy / TOPIC).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ContentError, match="UTF-8"):
        read_now("en-US", copy)


@pytest.mark.parametrize("text", ["", "no numbers here"])
def test_an_article_that_is_none_is_told(tmp_path, text):
    path = tmp_path / "article.txt"
    path.write_text(text)
    with pytest.raises(UsageError, match="numbered paragraph"):
        read(path)
