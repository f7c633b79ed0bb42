"""The command line as a person uses it: in a process of its own, from another folder, with nothing on its standard input."""

import json
import subprocess
import sys
import wave

import pytest

from asker import asked
from skill.cli import main
from speech.audio import Audio


def gentle(*arguments, stdin="", cwd=None):
    """Exit status, standard output, standard error."""
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from skill.cli import main; sys.exit(main())", *arguments],
        input=stdin, capture_output=True, text=True, timeout=60, cwd=cwd,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def test_help_teaches():
    status, out, _ = gentle("--help")
    assert status == 0
    for word in ("talk", "ask", "rehearse", "check", "examples:"):
        assert word in out


def test_one_question_one_answer():
    status, out, _ = gentle("ask", "how soon can we have sex again")
    assert status == 0
    assert "2 weeks" in out


def test_json_tells_all_there_is_to_know():
    _, out, _ = gentle("ask", "how soon can we have sex again", "--json")
    row = json.loads(out)
    assert row["topic"] == "sex_timing"
    assert row["sources"] == [2, 3, 7, 16, 18]
    assert row["ends_session"] is True
    assert row["ssml"].startswith("<speak>")
    assert 0 < row["score"] <= 1
    assert set(row) >= {"text", "topic", "score", "runner_up", "intent", "ssml", "caption", "sources", "ends_session"}


def test_a_batch_gives_one_object_a_line_each_in_a_new_session(tmp_path):
    questions = tmp_path / "questions.txt"
    questions.write_text("what are the signs of infection\n\nmore\nwhat is the capital of france\n")
    status, out, err = gentle("ask", "--batch", str(questions), "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [row["topic"] for row in rows] == ["infection_signs", None, "out_of_scope"]
    assert "3 of 3 questions" in err


def test_many_questions_show_progress(tmp_path):
    """No limit is asserted; a hang is."""
    questions = tmp_path / "many.txt"
    questions.write_text("when can we have sex after a d and c\n" * 200)
    status, out, err = gentle("ask", "--batch", str(questions), "--json")
    assert status == 0
    assert len(out.splitlines()) == 200
    assert "200 of 200" in err


@pytest.mark.engine
def test_the_answer_as_a_wav(tmp_path):
    path = tmp_path / "answer.wav"
    status, _, _ = gentle("ask", "what about a fever", "--wav", str(path))
    assert status == 0
    with wave.open(str(path)) as file:
        assert 8 < file.getnframes() / file.getframerate() < 30


def test_a_piped_conversation_remembers_and_shows_captions():
    status, out, _ = gentle("talk", "--silent", stdin="how long will the bleeding last\nand after a d and c\nstop\n")
    assert status == 0
    assert "Hello, this is Gentle Recovery" in out
    assert "on top of any bleeding before it" in out
    assert "Take gentle care." in out


def test_an_empty_line_is_a_silence():
    _, out, _ = gentle("talk", "--silent", stdin="\n")
    assert "Take your time." in out


@pytest.mark.engine
def test_talking_out_loud_without_a_sound_device_says_so_once(monkeypatch):
    monkeypatch.setenv("PATH", "/nonexistent")
    status, out, err = gentle("talk", stdin="what is a missed miscarriage\nwhat about cramps\n")
    assert status == 0
    assert "no outward signs" in out
    assert err.count("No sound device") == 1


def test_in_another_country_another_number():
    _, out, _ = gentle("ask", "i am soaking a pad every hour", "--locale", "en-GB")
    assert "999" in out


WRONG = {
    "an empty question": (["ask", "  "], "The question is empty"),
    "no question": (["ask"], "Ask one question in quotes"),
    "a question and a batch": (["ask", "why", "--batch", "x"], "Ask one question in quotes"),
    "a file that is not there": (["ask", "--batch", "nothing.txt"], "nothing.txt cannot be read"),
    "a place that cannot be written": (["ask", "why wait", "--wav", "/no/such/place.wav"], "cannot be written"),
    "a bad locale": (["ask", "why wait", "--locale", "klingon"], "There is no locale 'klingon'"),
    "a bad locale for talking": (["talk", "--locale", "xx"], "Choose one of: en-US"),
    "a bad voice": (["talk", "--voice", "klingon"], "There is no voice 'klingon'"),
    "no article there": (["check", "--article", "nothing.txt"], "Give --article PATH"),
    "no dialogue there": (["rehearse", "nothing.yaml"], "nothing.yaml:1: the file cannot be read"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_cannot_be_done_is_one_line_that_says_what_to_do(what, tmp_path):
    arguments, expected = WRONG[what]
    status, out, err = gentle(*arguments, cwd=tmp_path)
    assert status == 2
    assert expected in err
    assert "Traceback" not in err
    assert len(err.strip().splitlines()) == 1


def test_broken_yaml_is_told_with_file_and_line(tmp_path):
    script = tmp_path / "script.yaml"
    script.write_text("- dialogue: x\n  turns: [{say: hello}\n")
    status, _, err = gentle("rehearse", str(script))
    assert status == 2
    assert "script.yaml:" in err


def test_a_batch_that_is_not_text_is_told(tmp_path):
    file = tmp_path / "picture.png"
    file.write_bytes(b"\x89PNG\xff\xfe")
    status, _, err = gentle("ask", "--batch", str(file))
    assert (status, "not UTF-8" in err) == (2, True)


def test_a_rehearsal_that_differs_says_how_and_exits_with_one(tmp_path):
    script = tmp_path / "script.yaml"
    script.write_text("- dialogue: wrong on purpose\n  turns:\n  - say: what about a fever\n    topic: grief\n")
    status, out, _ = gentle("rehearse", str(script))
    assert status == 1
    assert "topic grief was expected, fever answered" in out
    assert "0 of 1 dialogues went as written" in out


def test_check_finds_nothing_and_reports():
    status, out, err = gentle("check", "--report")
    assert status == 0
    assert "0 findings" in err
    assert "Grade" in out


def test_the_scorecard_prints_every_figure_and_writes_both_pages(tmp_path):
    rows = [
        "part\tkind\ttopics\tquestion",
        "look\tshort\tgrief\tgrieving so much",
        "scored\tdanger_plain\turgent_physical\tso much blood gushing",
    ]
    (tmp_path / "questions.tsv").write_text("\n".join(rows) + "\n")
    status, out, _ = gentle("scorecard", "--questions", str(tmp_path), "--out", str(tmp_path / "out"))
    assert status == 0
    assert "| danger signs said plainly: caught | 100 % |" in out
    assert "milliseconds" in out or " ms at the median" in out
    assert (tmp_path / "out" / "scorecard.md").read_text() == out.rstrip("\n") + "\n"
    assert "<svg" in (tmp_path / "out" / "scorecard.html").read_text()


def test_why_shows_the_reasons():
    _, out, _ = gentle("ask", "--why", "she fainted and there is blood everywhere")
    assert "decided by  danger rule" in out
    assert "because of" in out
    assert "nearest" in out


def test_ssml_is_checked_and_spoken(tmp_path, capsys):
    good, bad, broken = (tmp_path / name for name in ("good.ssml", "bad.ssml", "broken.ssml"))
    good.write_text('<speak><s>Wait <w role="amazon:VB">now</w>.</s></speak>')
    bad.write_text("<speak><s>Call 911.</s></speak>")
    broken.write_text("<speak>tea & toast</speak>")
    assert main(["ssml", str(good), "--wav", str(tmp_path / "good.wav")]) == 0
    assert "cannot do <w>" in capsys.readouterr().err
    assert Audio.read(tmp_path / "good.wav").seconds > 0.3
    assert main(["ssml", str(bad)]) == 1
    assert "bad.ssml:1:16: " in capsys.readouterr().out
    assert main(["ssml", str(broken)]) == 2
    assert main(["ssml", str(tmp_path / "none.ssml")]) == 2


def test_a_spoken_question_is_answered_in_sound_and_recorded(tmp_path, capsys):
    question, script = tmp_path / "question.wav", tmp_path / "talk.yaml"
    question.write_bytes(asked("when can we have sex again").to_wav())
    options = ["--ear", "pocketsphinx", "--save", str(tmp_path / "answers"), "--record", str(script)]
    assert main(["talk", "--wav", str(question), *options]) == 0
    shown = capsys.readouterr().out
    assert "> when can we have sex again" in shown and "2 weeks" in shown
    assert Audio.read(tmp_path / "answers" / "2.wav").seconds > 5
    assert main(["rehearse", str(script)]) == 0


def test_a_question_that_is_no_sound_is_one_line(tmp_path, capsys):
    (tmp_path / "question.wav").write_text("no sound")
    assert main(["talk", "--silent", "--ear", "pocketsphinx", "--wav", str(tmp_path / "question.wav")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_rehearse_tells_nothing_found_from_something_differed(tmp_path, capsys, monkeypatch):
    assert main(["rehearse", str(tmp_path)]) == 5
    script = tmp_path / "talk.yaml"
    script.write_text("- dialogue: one\n  turns:\n  - {open: true, hears: Good day.}\n")
    assert main(["rehearse", str(script)]) == 1
    monkeypatch.setattr("builtins.input", lambda _: "n")
    assert main(["rehearse", "--update", str(script)]) == 1
    monkeypatch.setattr("builtins.input", lambda _: "y")
    assert main(["rehearse", "--update", str(script)]) == 0
    assert main(["rehearse", str(script)]) == 0
    script.write_text("- dialogue: one\n  turns:\n  - {opn: true}\n")
    assert main(["rehearse", str(script)]) == 2


@pytest.mark.engine
def test_listen_check_hears_answers_and_questions_and_remembers_them(tmp_path, capsys, monkeypatch):
    options = ["listen-check", "--answers", "2", "--questions", "3", "--ears", "pocketsphinx", "--voices", "gmw/en-us+f2"]
    options += ["--cache", str(tmp_path / "heard"), "--out", str(tmp_path / "heard.md")]
    assert main(options) == 0
    first = capsys.readouterr().out
    assert "| gmw/en-us+f2 |" in first and "(clean text)" in first and "pocketsphinx" in first
    monkeypatch.setattr("speech.ear.pocket.PocketEar.hear", None)  # all of it is remembered
    assert main(options) == 0
    assert capsys.readouterr().out == first == (tmp_path / "heard.md").read_text() + "\n"


@pytest.mark.slow
@pytest.mark.engine
def test_listen_check_with_whisper(tmp_path, capsys):
    options = ["--answers", "1", "--questions", "1", "--ears", "whisper", "--voices", "piper-joe", "--cache", str(tmp_path)]
    assert main(["listen-check", *options]) == 0
    assert "whisper" in capsys.readouterr().out
