"""The real engine, one test for each of its traps (see speech/engine.py). Deselect with -m "not engine"."""

import wave
from concurrent.futures import ThreadPoolExecutor

import pytest

from speech import engine
from speech.audio import Audio
from speech.errors import VoiceError
from speech.player import Player
from speech.voice import EngineVoice, SilentVoice

pytestmark = pytest.mark.engine

SENTENCE = "Wait until the bleeding has stopped, too."
SPEED = 165


@pytest.fixture(scope="module")
def whole():
    """How many bytes the sentence has when it is whole; the engine varies by a few samples."""
    return len(engine.render(SENTENCE, SPEED).frames)


def test_every_file_is_whole_under_load(whole):
    """Of 60 asked for by four threads at once, none is empty or cut short."""
    with ThreadPoolExecutor(4) as pool:
        sizes = list(pool.map(lambda _: len(engine.render(SENTENCE, SPEED).frames), range(60)))
    assert all(size == pytest.approx(whole, rel=0.01) for size in sizes)


def test_one_answer_does_not_leak_into_the_next(whole):
    engine.render("Another sentence, which is a good deal longer than the first one was.", SPEED)
    assert len(engine.render(SENTENCE, SPEED).frames) == pytest.approx(whole, rel=0.01)


def test_each_sentence_has_the_speed_that_was_asked_for(whole):
    """Alternating speeds, thirty times."""
    slow = len(engine.render(SENTENCE, 132).frames)
    for _ in range(15):
        assert len(engine.render(SENTENCE, SPEED).frames) == pytest.approx(whole, rel=0.02)
        assert len(engine.render(SENTENCE, 132).frames) == pytest.approx(slow, rel=0.02)
    assert slow > 1.15 * whole


def test_empty_text_is_no_sound():
    for text in ("", "   ", "...", "?!"):
        assert engine.render(text, SPEED) == Audio()


def test_an_unknown_voice_is_an_error_that_names_some_that_exist():
    with pytest.raises(VoiceError, match="There is no voice 'klingon'. Some that there are: "):
        engine.render("Hello.", SPEED, "klingon")
    assert engine.render("Hello.", SPEED).frames


def test_a_voice_can_be_chosen():
    name = next(voice for voice in engine.voices() if "en-gb" in voice)
    assert engine.render("Hello there.", SPEED, name).frames


def test_it_prints_nothing(capfd):
    engine.render(SENTENCE, SPEED)
    assert capfd.readouterr().out == ""


def test_no_file_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "MEMORY", tmp_path)
    engine.render(SENTENCE, SPEED)
    assert list(tmp_path.iterdir()) == []


def test_slower_is_longer():
    voice = EngineVoice()
    plain = voice.speak(f"<speak><s>{SENTENCE}</s></speak>").seconds
    slow = voice.speak(f'<speak><prosody rate="80%"><s>{SENTENCE}</s></prosody></speak>').seconds
    assert 1.1 < slow / plain < 1.4


def test_the_sound_is_a_whole_wav(tmp_path):
    path = tmp_path / "answer.wav"
    path.write_bytes(EngineVoice().speak(f"<speak><s>{SENTENCE}</s></speak>").to_wav())
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22_050)
        assert file.getnframes() / file.getframerate() > 1


def test_without_a_sound_device_playing_says_so_and_goes_on(monkeypatch):
    monkeypatch.setattr("speech.player._play", lambda sound: False)
    player = Player()
    assert not player.play(Audio(b"\0\0" * 100))
    assert not player.works


def test_a_player_that_fails_or_hangs_is_not_an_error(monkeypatch):
    from speech import player

    monkeypatch.setattr(player, "GRACE", 0.1)
    assert not player._run(["false"], b"", 0.1)
    assert not player._run(["sleep", "5"], b"", 0.1)
    assert not player._run(["no-such-player"], b"", 0.1)


def test_the_silent_voice_remembers():
    voice = SilentVoice()
    assert voice.speak("<speak><s>Hello.</s></speak>") == Audio()
    assert voice.said == ["Hello."]
