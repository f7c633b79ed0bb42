"""Rehearsal: what a dialogue file can say, recording one, and renewing its words."""

import pytest

from speech.device import Device
from speech.errors import ScriptError
from speech.record import Recorder
from speech.rehearse import read, rehearse
from speech.update import changes, renew, shown
from tea_time.skill import handler

TEA = """\
# a comment that must stay
- dialogue: a tea   # and this one
  turns:
  - open: true
    hears: "Which tea is it?"
  - say: green
    hears: Green tea takes 3 minutes. Another one?
"""


@pytest.fixture
def make():
    def understanding(text):
        return ("SteepIntent", [_slot(text)]) if text in ("green", "black") else ("AMAZON.FallbackIntent", [])

    return lambda locale, screen: Device(lambda envelope: handler(envelope, None), understanding, locale, screen)


def _slot(text):
    from speech.envelope import Slot

    return Slot("tea", text)


def written(tmp_path, text):
    path = tmp_path / "tea.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def differences(tmp_path, make, turn):
    path = written(tmp_path, f"- dialogue: one\n  turns:\n  - open: true\n  - {turn}\n")
    return rehearse(read(path)[0], make).differences


@pytest.mark.parametrize(
    "turn",
    [
        "{say: green, topic: green, must: [2 minutes], must_not: [hours], listens: true}",
        "{say: giraffe, nothing: true}",
        "{silence: true, hears: Say the tea.}",
        "{leave: true, listens: false}",
    ],
)
def test_it_goes_as_written(tmp_path, make, turn):
    assert differences(tmp_path, make, turn) == ()


@pytest.mark.parametrize(
    ("turn", "problem"),
    [
        ("{say: green, topic: black}", "topic black was expected, green answered"),
        ("{say: green, must: [hours]}", "'hours' was not heard"),
        ("{say: green, must_not: [minutes]}", "'minutes' was heard"),
        ("{say: green, nothing: true}", "nothing was to be reached, green answered"),
        ("{say: green, hears: Tea.}", "other words were heard"),
        ("{say: green, listens: false}", "the microphone is open"),
        ("{say: green, same_as: 1}", "not the words of turn 1"),
    ],
)
def test_what_differs_is_told(tmp_path, make, turn, problem):
    (found,) = differences(tmp_path, make, turn)
    assert problem in found


def test_a_recorded_conversation_goes_as_written(tmp_path, make):
    device, recorder, path = make("en-US", False), Recorder(), tmp_path / "new" / "tea.yaml"
    recorder.keep(device.open(), open=True)
    recorder.keep(device.say("green"), say="green")
    recorder.keep(device.silence(), silence=True)
    recorder.write(path)
    recorder.write(path)
    dialogues = read(path)
    assert len(dialogues) == 2
    assert all(rehearse(dialogue, make).differences == () for dialogue in dialogues)


def test_renewing_changes_the_words_and_nothing_else(tmp_path, make):
    path = written(tmp_path, TEA)
    outcome = rehearse(read(path)[0], make)
    ((place, (before, after)),) = changes(outcome).items()
    assert shown(before, after) == "[-Green-] {+green+} tea takes [-3-] {+2+} minutes. Another one?"
    renew(path, 0, {place: after})
    assert path.read_text(encoding="utf-8") == TEA.replace(before, after)
    assert rehearse(read(path)[0], make).differences == ()


def test_a_broken_file_is_an_error_with_its_line(tmp_path):
    with pytest.raises(ScriptError, match=r"tea.yaml:4: .*nothin"):
        read(written(tmp_path, "- dialogue: one\n  turns:\n  - open: true\n  - {say: green, nothin: true}\n"))


def test_a_failing_test_shows_the_whole_dialogue(pytester):
    pytester.makeconftest("""
        import pytest
        from speech.device import Device
        from tea_time.skill import handler
        pytest_plugins = ["speech.pytest_plugin"]
        @pytest.fixture
        def device():
            return Device(lambda envelope: handler(envelope, None), lambda text: ("AMAZON.FallbackIntent", []))
    """)
    pytester.makepyfile("""
        def test_tea(talk):
            talk.open()
            talk.ask("green")
            talk.hears("2 minutes")
    """)
    result = pytester.runpytest_inprocess("-p", "no:cacheprovider")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        ["'2 minutes' was not heard", "the dialogue up to here:", "  > (opens the skill)", "*I only know teas."]
    )
