"""What the real engine makes of the markup, measured in its sound."""

import numpy as np
import pytest

from speech import engine
from speech.audio import Audio
from speech.ssml.abilities import beyond
from speech.voice import EngineVoice, SilentVoice

pytestmark = pytest.mark.engine

WORDS = "the morning was long and we were alone all year"


@pytest.fixture(scope="module")
def voice():
    return EngineVoice()


def said(voice, before="", after="", words=WORDS):
    return voice.speak(f"<speak>{before}{words}{after}</speak>")


def loudness(sound: Audio) -> float:
    return 20 * np.log10(np.sqrt(np.mean(np.square(sound.samples.astype(float)))))


def pitch(sound: Audio, window: int = 1_024) -> float:
    """The median fundamental frequency of the voiced parts in Hz, by autocorrelation."""
    found = []
    for start in range(0, len(sound.samples) - window, window):
        part = sound.samples[start : start + window].astype(float)
        part -= part.mean()
        alike = np.correlate(part, part, "full")[window - 1 :]
        least, most = sound.rate // 350, sound.rate // 60
        best = least + int(alike[least:most].argmax())
        if np.abs(part).mean() > 500 and alike[best] > 0.4 * alike[0]:
            found.append(sound.rate / best)
    return float(np.median(found))


@pytest.mark.parametrize("asked", [300, 500, 1_000, 2_500, 5_000])
def test_a_pause_is_as_long_as_was_asked(voice, asked):
    """Within 20 %; what is said on both sides begins and ends with a vowel, so that no consonant is taken for silence."""
    (pause,) = [gap for gap in said(voice, words=f'<s>I know</s><break time="{asked}ms"/><s>Are you in</s>').pauses(200)]
    assert pause == pytest.approx(asked, rel=0.2)


def test_sentences_and_paragraphs_have_their_rests(voice):
    gaps = voice.speak("<speak><p><s>I know</s><s>Are you in</s></p><p><s>All in all</s></p></speak>").pauses(150)
    assert gaps == pytest.approx([250, 600], rel=0.2)


@pytest.mark.parametrize(("rate", "share"), [("x-slow", 0.5), ("slow", 0.8), ("80%", 0.8), ("fast", 1.25), ("150%", 1.5)])
def test_rate(voice, rate, share):
    ratio = said(voice).seconds / said(voice, f'<prosody rate="{rate}">', "</prosody>").seconds
    assert ratio == pytest.approx(share, rel=0.12)


@pytest.mark.parametrize(("value", "share"), [("x-low", 0.7), ("-20%", 0.8), ("high", 1.2), ("+40%", 1.4)])
def test_pitch(voice, value, share):
    ratio = pitch(said(voice, f'<prosody pitch="{value}">', "</prosody>")) / pitch(said(voice))
    assert ratio == pytest.approx(share, rel=0.08)


@pytest.mark.parametrize(("value", "decibels"), [("x-soft", -12), ("soft", -6), ("-3dB", -3), ("loud", 3)])
def test_volume(voice, value, decibels):
    change = loudness(said(voice, f'<prosody volume="{value}">', "</prosody>")) - loudness(said(voice))
    assert change == pytest.approx(decibels, abs=0.5)


def test_silent_is_silence_of_the_same_length(voice):
    sound = said(voice, '<prosody volume="silent">', "</prosody>")
    assert np.abs(sound.samples).max() <= 1
    assert sound.seconds == pytest.approx(said(voice).seconds, rel=0.05)


def test_emphasis_is_slower_and_louder(voice):
    plain, strong = said(voice), said(voice, '<emphasis level="strong">', "</emphasis>")
    reduced = said(voice, '<emphasis level="reduced">', "</emphasis>")
    assert strong.seconds > 1.1 * plain.seconds > 1.1 * reduced.seconds
    assert loudness(strong) > loudness(plain) + 1 > loudness(reduced) + 2


def test_a_whisper_has_no_voice_in_it(voice):
    """No harmonic: the autocorrelation of a whisper has no peak like that of a voiced sound."""
    plain, whisper = said(voice), said(voice, '<amazon:effect name="whispered">', "</amazon:effect>")
    assert whisper.frames != plain.frames
    with np.errstate(invalid="ignore"):
        assert np.isnan(_or_nan(whisper)) or abs(_or_nan(whisper) - pitch(plain)) > 60


def _or_nan(sound):
    try:
        return pitch(sound)
    except (RuntimeWarning, ValueError):
        return float("nan")


def test_another_language_is_said_by_a_voice_that_has_it(voice):
    assert engine.voice_for("fr-FR").startswith("roa/fr")
    assert engine.voice_for("xx") == ""
    french = said(voice, '<lang xml:lang="fr-FR">', "</lang>", "bonjour tout le monde")
    assert french.frames != said(voice, words="bonjour tout le monde").frames


def test_figures_are_said_in_words(voice):
    figures = said(voice, words='<say-as interpret-as="fraction">3/4</say-as>')
    assert figures.seconds == pytest.approx(said(voice, words="three quarters").seconds, rel=0.05)


def test_what_a_voice_cannot_do_is_listed(voice):
    ssml = (
        '<speak><amazon:emotion name="excited" intensity="low">Well</amazon:emotion>'
        '<w role="amazon:VBD">read</w><audio src="https://example.org/x.mp3"/><prosody rate="slow">on</prosody></speak>'
    )
    assert [line.partition(": ")[2] for line in beyond(ssml, voice.can)] == [
        "this voice cannot do <amazon:emotion>; the words are said plainly",
        "this voice cannot do <w>; the words are said plainly",
        "this voice cannot do <audio>; it is left out",
    ]
    assert voice.speak(ssml).seconds > 0.5
    assert beyond('<speak><prosody pitch="high">x</prosody></speak>', frozenset())


def test_another_voice_of_the_same_engine():
    assert pitch(said(EngineVoice("gmw/en-us+f3"))) > 1.5 * pitch(said(EngineVoice()))


def test_the_silent_voice_hears_markup_too():
    assert SilentVoice().speak('<speak><prosody rate="slow">x</prosody></speak>') == Audio()
