"""Listening for one question: from the first word until the person has been silent for a while."""

from collections.abc import Iterable, Iterator

from speech.audio import Audio
from speech.ear import INSTALL, RATE
from speech.ear.activity import FRAME, SIZE, detector, frames
from speech.errors import EarError

SILENCE, LEAST_SILENCE, MOST_SILENCE = 2.0, 0.5, 5.0
"""Seconds of silence that end a question. Two leave time to think; people who stammer or speak slowly may want five."""
PATIENCE = 8.0
"""Seconds to wait for the first word, as Alexa does."""
LONGEST = 60.0
"""Seconds after which a question is taken as it is."""


def question_in(pieces: Iterable[bytes], silence: float = SILENCE) -> Audio:
    """The first question in frames of FRAME seconds (16-bit mono, RATE Hz), with its silence; no sound if nobody spoke.

    Stops reading at the end of the question. Raises EarError where pocketsphinx is missing.
    """
    listens = detector()
    heard: list[bytes] = []
    spoken = quiet = 0.0
    for frame in pieces:
        heard.append(frame)
        if listens.is_speech(frame):
            spoken, quiet = spoken + FRAME, 0.0
        else:
            quiet += FRAME
        if (spoken and quiet >= silence) or (not spoken and quiet >= PATIENCE) or len(heard) * FRAME >= LONGEST:
            break
    return Audio(b"".join(heard) if spoken else b"", RATE)


def frames_of(sound: Audio) -> Iterator[bytes]:
    """A sound at RATE Hz as frames, with the silence after it that ends a question."""
    yield from frames(sound + Audio.silence(round(1000 * (MOST_SILENCE + 2 * FRAME)), RATE))


def microphone() -> Iterator[bytes]:
    """Frames from this machine's microphone, until the caller stops. Raises EarError where there is none."""
    try:
        import sounddevice
    except (ModuleNotFoundError, OSError):  # OSError: PortAudio itself is missing
        raise EarError(f"The microphone needs sounddevice and PortAudio. {INSTALL}, or use --wav FILE.") from None
    try:
        with sounddevice.RawInputStream(RATE, SIZE // 2, channels=1, dtype="int16") as stream:
            while True:
                yield bytes(stream.read(SIZE // 2)[0])
    except sounddevice.PortAudioError:
        raise EarError("No microphone was found. Type your question, or use --wav FILE.") from None
