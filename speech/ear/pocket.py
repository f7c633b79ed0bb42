"""The light ear: pocketsphinx, with a language model built from the sentences that people are expected to say.

Its acoustic model (38 MB) comes with the package. Words that its dictionary lacks are left out of the language model,
unless a pronunciation is given. It dithers: without a little noise the digital silence of a synthesiser undoes it
(measured on 300 questions: 21 % understood from a quiet voice, 73 % from the same with noise).
"""

import io
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from speech.audio import Audio
from speech.ear import INSTALL, RATE
from speech.ear.activity import speaks
from speech.errors import EarError
from speech.sound_file import at_rate


class PocketEar:
    """`sentences` are what may be said; `pronunciations` give words in ARPAbet, say "ectopic": "EH K T AA P IH K".

    Raises EarError where pocketsphinx is missing.
    """

    name = "pocketsphinx"

    def __init__(self, sentences: Iterable[str], pronunciations: Mapping[str, str]):
        try:
            from pocketsphinx import Decoder, get_model_path
        except ModuleNotFoundError:
            raise EarError(f"This ear needs pocketsphinx. {INSTALL}.") from None
        model = Path(get_model_path()) / "en-us"
        known = _words(model / "cmudict-en-us.dict")
        with tempfile.TemporaryDirectory(prefix="speech-") as folder:
            words = Path(folder) / "words.arpa"
            words.write_text(_language(sentences, known | set(pronunciations)), encoding="utf-8")
            self.decoder: Any = Decoder(
                hmm=str(model / "en-us"), dict=str(model / "cmudict-en-us.dict"), lm=str(words),
                samprate=RATE, dither=True, loglevel="FATAL",
            )  # fmt: skip
            new = [word for word in pronunciations if word not in known]
            for word in new:
                self.decoder.add_word(word, pronunciations[word], update=word == new[-1])

    def hear(self, sound: Audio) -> str:
        sound = at_rate(sound, RATE)
        if not speaks(sound):
            return ""
        self.decoder.start_utt()
        self.decoder.process_raw(sound.frames, full_utt=True)
        self.decoder.end_utt()
        found = self.decoder.hyp()
        return found.hypstr if found else ""


def _words(path: Path) -> set[str]:
    with path.open(encoding="utf-8") as lines:
        return {line.split()[0] for line in lines if "(" not in line.split()[0]}


def _language(sentences: Iterable[str], known: set[str]) -> str:
    """An n-gram model in ARPA form of the sentences all of whose words are known."""
    from pocketsphinx.lm import ArpaBoLM

    spoken = (sentence.split() for sentence in sentences)
    text = "\n".join(f"<s> {' '.join(words)} </s>" for words in spoken if words and known.issuperset(words))
    model, out = ArpaBoLM(text=text), io.StringIO()
    model.compute()
    model.write(out)
    return out.getvalue()
