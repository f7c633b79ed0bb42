"""Comparing what was said with what was heard, and noise of a known loudness."""

import numpy as np
import pytest

from speech.audio import Audio
from speech.listening import compare, noisy, plain
from speech.report.sounds import web_vtt
from speech.voice import Cue


@pytest.mark.parametrize(
    ("said", "heard", "errors", "words", "lost"),
    [
        ("Wait 2 weeks.", "wait two weeks", 0, 3, ()),
        ("Do not use tampons.", "do use tampons", 1, 4, ("not",)),
        ("You don't have to wait.", "you do not have to wait", 0, 6, ()),
        ("You can't.", "you can", 1, 3, ("not",)),
        ("Call 988.", "call 9-8-8", 0, 4, ()),
        ("Call 988.", "call nine eight", 1, 4, ("eight",)),
        ("Call 1 800-799-7233.", "call 1, 800, 799, 7233", 0, 12, ()),
        ("After a D and C.", "after a d&c", 0, 5, ()),
        ("About 20 percent.", "about 20%", 0, 3, ()),
        ("Up to 24 weeks.", "up to 25 weeks", 1, 5, ("four",)),
        ("One.", "", 1, 1, ("one",)),
        ("", "thank you", 2, 0, ()),
    ],
)
def test_words_and_what_matters(said, heard, errors, words, lost):
    found = compare(said, heard)
    assert (found.errors, found.words, found.lost) == (errors, words, lost)


def test_figures_are_compared_as_they_are_read():
    assert plain("38.3 Celsius, or 101") == "thirty eight three celsius or one zero one"


@pytest.mark.parametrize("decibels", [20, 10, 0])
def test_noise_lies_so_far_under_the_voice_and_falls_with_pitch(decibels):
    voice = Audio.of(np.sin(np.arange(44_100) * 2 * np.pi * 300 / 22_050) * 8_000, 22_050)
    noise = noisy(voice, 1, decibels).samples - voice.samples.astype(float)
    power = np.mean(voice.samples.astype(float) ** 2) / np.mean(noise**2)
    assert 10 * np.log10(power) == pytest.approx(decibels, abs=0.2)
    spectrum = np.abs(np.fft.rfft(noise)) ** 2
    octaves = [spectrum[start : 2 * start].sum() for start in (50, 400, 3_200)]
    assert max(octaves) / min(octaves) == pytest.approx(1.0, abs=0.6)


def test_the_same_seed_is_the_same_noise():
    voice = Audio.of(np.ones(1_000) * 500, 16_000)
    assert noisy(voice, 1) == noisy(voice, 1) != noisy(voice, 2)
    assert noisy(Audio(), 1) == Audio()


def test_captions_are_web_vtt():
    assert web_vtt((Cue("Tea & toast.", 0.0, 1.25), Cue("More?", 61.5, 3_600.0))) == (
        "WEBVTT\n\n0\n00:00:00.000 --> 00:00:01.250\nTea &amp; toast.\n\n1\n00:01:01.500 --> 01:00:00.000\nMore?\n"
    )
