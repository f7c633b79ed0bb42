"""Ears, on real recognisers: what a voice says is heard again."""

import pytest

from asker import asked
from skill.cli.ears import ear_of, sentences
from skill.content.hearing import load_hearing
from speech.audio import Audio
from speech.ear import RATE
from speech.ear.pocket import PocketEar
from speech.errors import EarError
from speech.microphone import frames_of, question_in
from speech.piper import PiperVoice
from speech.sound_file import at_rate
from speech.voice import EngineVoice

pytestmark = pytest.mark.engine

QUESTIONS = ["when can we have sex again", "how long will the bleeding last", "what are the signs of infection"]


def spoken(text):
    sound = asked(text)
    return Audio.silence(300, sound.rate) + sound + Audio.silence(300, sound.rate)


@pytest.fixture(scope="module")
def pocket():
    return ear_of("pocketsphinx")


@pytest.mark.parametrize("text", QUESTIONS)
def test_the_light_ear_hears_our_questions(pocket, text):
    heard = pocket.hear(spoken(text)).split()
    assert len(set(text.split()) & set(heard)) >= 0.8 * len(set(text.split()))


@pytest.mark.slow
@pytest.mark.parametrize("text", QUESTIONS)
def test_whisper_hears_our_questions(text):
    heard = ear_of("whisper").hear(spoken(text))
    assert heard.strip("?. ") == text


def test_both_voices_live_in_one_process():
    """Piper carries an espeak of its own; with ours loaded for everybody to see it crashed."""
    assert EngineVoice().speak("<speak>one</speak>").seconds and PiperVoice().speak("<speak>one</speak>").seconds


def test_piper_says_sounds_that_the_markup_gives():
    voice = PiperVoice()
    assert voice.speak('<speak><phoneme ph="təˈmɑːtoʊ">x</phoneme></speak>').seconds > 0.3


@pytest.mark.parametrize("sound", [Audio(), Audio.silence(2_000, RATE), Audio.silence(50, 48_000)])
def test_silence_is_no_words(pocket, sound):
    assert pocket.hear(sound) == ""


@pytest.mark.slow
def test_silence_is_no_words_to_whisper_either():
    assert ear_of("whisper").hear(Audio()) == ""
    assert ear_of("whisper").hear(Audio.silence(2_000, RATE)) == ""


def test_words_that_the_dictionary_lacks_are_left_out_and_those_with_a_pronunciation_are_heard():
    ear = PocketEar(["an ectopic one", "qwxyz one"], load_hearing().pronunciations)
    assert "ectopic" in ear.hear(spoken("an ectopic one"))


def test_the_language_model_holds_no_word_as_it_was_misheard():
    texts = set(sentences())
    assert len(texts) > 5_000
    assert not any("dian see" in text for text in texts)


def test_a_question_ends_with_silence_and_can_hold_a_pause():
    first, second = (at_rate(spoken(text), RATE) for text in QUESTIONS[:2])
    slow_talker = first + Audio.silence(3_000, RATE) + second
    patient, hasty = (question_in(frames_of(slow_talker), silence) for silence in (5.0, 2.0))
    assert patient.seconds > slow_talker.seconds
    assert hasty.seconds < first.seconds + 2.5


def test_nobody_speaks():
    assert question_in(frames_of(Audio.silence(20_000, RATE))) == Audio(b"", RATE)


def test_a_missing_recogniser_is_an_error_that_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pocketsphinx", None)
    with pytest.raises(EarError, match=r"pip install 'gentle-recovery\[ear\]'"):
        PocketEar([], {})
    with pytest.raises(EarError, match=r"pip install"):
        question_in([])
