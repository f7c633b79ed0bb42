"""Sound files of every sort, and what is none."""

import wave

import numpy as np
import pytest
import soundfile

from speech.audio import Audio
from speech.errors import EarError, FileError
from speech.files import write_whole
from speech.sound_file import at_rate, read_sound

TONE = np.sin(np.arange(48_000) * 2 * np.pi * 440 / 48_000)


@pytest.mark.parametrize("rate", [8_000, 16_000, 44_100, 48_000])
@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("kind", ["PCM_U8", "PCM_16", "PCM_24", "FLOAT"])
def test_any_wav_is_read_as_mono(tmp_path, rate, channels, kind):
    path = tmp_path / "tone.wav"
    soundfile.write(path, np.column_stack([TONE[: rate // 2]] * channels), rate, subtype=kind)
    sound = read_sound(path)
    assert (sound.rate, sound.seconds) == (rate, 0.5)
    assert at_rate(sound, 16_000).seconds == pytest.approx(0.5, abs=0.001)


def test_a_truncated_wav_is_read_as_far_as_it_goes(tmp_path):
    path = tmp_path / "cut.wav"
    path.write_bytes(Audio.of(TONE * 9_000, 48_000).to_wav()[:40_000])
    assert 0.3 < read_sound(path).seconds < 0.5


def _header_only(path):
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", "none"))


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda path: None, "is not there"),
        (lambda path: path.mkdir(), "is not there"),
        (lambda path: path.write_bytes(b""), "is not a sound file"),
        (lambda path: path.write_text("when can we have sex"), "is not a sound file"),
        (lambda path: path.write_bytes(b"RIFF\x00\x00\x00\x00WAVE"), "is not a sound file"),
        (_header_only, "holds no sound"),
        (lambda path: soundfile.write(path, np.zeros(8_000 * 301), 8_000), "is longer than 300 s"),
    ],
)
def test_what_is_no_sound_is_a_clear_line(tmp_path, make, problem):
    path = tmp_path / "question.wav"
    make(path)
    with pytest.raises(EarError, match=problem) as error:
        read_sound(path)
    assert str(path) in str(error.value) and "\n" not in str(error.value)


def test_a_full_disk_leaves_no_half_a_file_and_what_was_there_stays(tmp_path, monkeypatch):
    path = tmp_path / "answer.wav"
    path.write_bytes(b"before")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(FileError, match="No space left on device"):
        write_whole(path, b"after")
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_a_clear_line(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileError, match="cannot be written"):
        write_whole(tmp_path / "file" / "answer.wav", b"")


def test_silence_before_and_after_is_trimmed_and_loudness_has_a_ceiling():
    tone = Audio.of(TONE * 20_000, 48_000)
    padded = Audio.silence(500, 48_000) + tone + Audio.silence(500, 48_000)
    assert padded.trimmed().seconds == pytest.approx(1.0, abs=0.01)
    assert Audio.silence(500).trimmed().frames == b""
    assert np.abs(tone.louder(40).samples.astype(int)).max() <= 32_768
