"""pyttsx3, made reliable. Every trap of the engine is handled here, and each has a test in tests/speech/test_engine.py.

- Without a system espeak, libespeak-ng comes from `espeakng-loader`; its data path must be set before pyttsx3 is
  imported, or the C library ends the process.
- `runAndWait()` may return before the file is whole: on Linux we synchronise with the C library, and on every
  system we read the file back and try again if it is not whole.
- The driver writes its last file again on a later call: its file is cleared after each.
- Of several `save_to_file` before one `runAndWait`, only the last is written: we do one at a time.
- `init()` gives every caller the same engine, which belongs to one thread: one worker thread owns it.
- A speed that was set may come too late for the next sentence (13 in 80 under load): we set it past the queue.
- It prints to standard output, and unknown voices are silently ignored.
"""

import atexit
import contextlib
import ctypes
import gc
import math
import os
import platform
import subprocess
import sys
import tempfile
import wave
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from speech.audio import Audio
from speech.errors import VoiceError

SLOWEST, FASTEST = 80, 450
"""The engine's own limits, in words a minute."""

TRIES = 5

MEMORY = next((place for place in (Path("/dev/shm"),) if os.access(place, os.W_OK)), None)
"""Where the engine's files go for the moment that they exist: into memory, where the system offers that."""

_worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="speech-engine")


def render(text: str, words_a_minute: int, voice: str = "", pitch: float = 1.0) -> Audio:
    """The text, spoken. Empty text is no sound. Raises VoiceError for an unknown voice or a dead engine.

    `voice` may end in "+variant" (say "gmw/en-us+f3"), and `pitch` is a share of its own, where the engine is espeak.
    """
    if not any(character.isalnum() for character in text):
        return Audio()
    rate = max(SLOWEST, min(words_a_minute, FASTEST))
    return _worker.submit(_render, text, rate, voice, pitch).result()


def default_voice() -> str:
    """The id of the voice that "" stands for."""
    return _worker.submit(_default_voice).result()


def voice_for(language: str) -> str:
    """The id of a voice that speaks the language (say "fr-FR"), or "" where the engine has none."""
    wanted = [language.lower(), language.lower().partition("-")[0]]
    ids = voices()
    return next((each for tag in wanted for each in ids if each.rpartition("/")[2] == tag), "")


@cache
def voices() -> list[str]:
    """The ids of the voices that the engine has."""
    return _worker.submit(lambda: [voice.id for voice in _engine().getProperty("voices")]).result()


def _render(text: str, rate: int, voice: str, pitch: float) -> Audio:
    engine = _engine()
    _choose(engine, voice)
    _set(engine, rate, pitch)
    with tempfile.TemporaryDirectory(prefix="speech-", dir=MEMORY) as folder:
        for attempt in range(TRIES):
            sound = _once(engine, text, Path(folder) / f"{attempt}.wav")
            if sound.frames:
                return sound
    raise VoiceError("The speech engine wrote no sound. Try again; if it stays so, use --silent.")


def _once(engine: Any, text: str, path: Path) -> Audio:
    engine.save_to_file(text, str(path))
    engine.runAndWait()
    _settle(engine)
    try:
        return Audio.read(_as_wav(path))
    except (wave.Error, EOFError, FileNotFoundError):
        return Audio()


def _set(engine: Any, rate: int, pitch: float) -> None:
    """Under load the driver may speak before a queued rate has arrived; on Linux the C library is told directly."""
    engine.setProperty("rate", rate)
    if platform.system() == "Linux":
        from pyttsx3.drivers import _espeak

        engine.proxy.setBusy(False)
        _espeak.SetParameter(_espeak.RATE, rate, 0)
        _espeak.SetParameter(_espeak.PITCH, _espeak_pitch(pitch), 0)
        _espeak.Synchronize()


def _espeak_pitch(share: float) -> int:
    """espeak's pitch, 0 to 99, for a share of the pitch at 50: measured, 0.68 at 0 and 1.65 at 99, exponential on each side."""
    return max(0, min(99, round(50 + math.log(share) / (0.0102 if share > 1 else 0.0078))))


def _settle(engine: Any) -> None:
    """Waits until the driver has written all, and makes it forget the file and the text."""
    driver = engine.proxy._driver
    if platform.system() == "Linux":
        from pyttsx3.drivers import _espeak

        _espeak.Synchronize()
        driver._save_file, driver._text_to_say = None, None


def _as_wav(path: Path) -> Path:
    """macOS writes AIFF whatever the name says; its own converter makes a WAV of it."""
    if platform.system() == "Darwin":
        wav = path.with_suffix(".pcm.wav")
        subprocess.run(["afconvert", "-f", "WAVE", "-d", "LEI16@22050", str(path), str(wav)], check=False)
        return wav
    return path


@cache
def _default_voice() -> str:
    found = _engine().getProperty("voices")
    english = [voice.id for voice in found if "en-us" in voice.id.lower() or "en_us" in voice.id.lower()]
    return english[0] if english and platform.system() == "Linux" else (_engine().getProperty("voice") or "")


def _choose(engine: Any, voice: str) -> None:
    if voice:
        _require(voice)
    if wanted := voice or _default_voice():
        engine.setProperty("voice", wanted)


@cache
def _require(voice: str) -> None:
    """Raises VoiceError, with some that there are, for a voice that the engine lacks."""
    known = [each.id for each in _engine().getProperty("voices")]
    if voice.partition("+")[0] not in known:
        near = [each for each in known if voice.lower() in each.lower()][:5] or known[:5]
        raise VoiceError(f"There is no voice {voice!r}. Some that there are: {', '.join(near)}.")


@cache
def _engine() -> Any:
    if platform.system() == "Linux":
        _load_espeak()
    try:
        import pyttsx3

        engine = pyttsx3.init()
        sys.modules[type(engine.proxy._driver).__module__].print = _say_nothing
        atexit.register(_let_go)
        return engine
    except Exception as error:  # each driver raises its own; what matters is what to do
        raise VoiceError(
            f"The speech engine does not start ({type(error).__name__}). Use --silent for captions only."
        ) from None


def _let_go() -> None:
    """Ends the engine while its modules still stand, or it complains on its way out."""
    _engine.cache_clear()
    gc.collect()


def _say_nothing(*_: Any, **__: Any) -> None:
    """Stands in for `print` inside the engine's driver."""


def _load_espeak() -> None:
    """Uses the system's espeak where there is one, else the library that the package carries."""
    for name in ("libespeak-ng.so.1", "libespeak.so.1"):
        with contextlib.suppress(OSError):
            ctypes.CDLL(name)
            return
    import espeakng_loader

    os.environ["ESPEAK_DATA_PATH"] = str(espeakng_loader.get_data_path())
    ctypes.CDLL(str(espeakng_loader.get_library_path()))
