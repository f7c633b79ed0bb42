"""Damage a text as recognisers do: sound-alikes, dropped, doubled and joined words, fillers, cut-off ends. Seeded.

The classifier is trained on wounded utterances too. The scorecard wounds its questions with other seeds and another
measure of what sounds alike, so that it does not test what was practised.
"""

import random
from collections.abc import Callable, Iterable

FILLERS = ("um", "uh", "like", "you know", "er")

Sound = Callable[[str], str]


class Wounds:
    """Wounds texts with the words of a vocabulary; `sound` is equal for words that sound alike."""

    def __init__(self, vocabulary: Iterable[str], sound: Sound):
        self.sound = sound
        self.alike: dict[str, list[str]] = {}
        for word in sorted(set(vocabulary)):
            self.alike.setdefault(sound(word), []).append(word)

    def damage(self, text: str, seed: int, times: int = 2) -> str:
        """The normalised text with `times` wounds; the same seed gives the same damage."""
        chance = random.Random(f"{seed}:{text}")
        words = text.split()
        for _ in range(times):
            if len(words) > 1:
                words = self._wound(words, chance.randrange(len(words)), chance)
        return " ".join(words)

    def _wound(self, words: list[str], place: int, chance: random.Random) -> list[str]:
        before, word, after = words[:place], words[place], words[place + 1 :]
        match chance.randrange(7):
            case 0 | 1:
                others = [other for other in self.alike.get(self.sound(word), ()) if other != word]
                return [*before, chance.choice(others), *after] if others else [*before, *after]
            case 2:
                return [*before, *after]
            case 3:
                return [*before, word, word, *after]
            case 4:
                return [*before, chance.choice(FILLERS), word, *after]
            case 5:
                return words[: max(2, len(words) - chance.randint(1, 2))]
            case _:
                return [*before, word + after[0], *after[1:]] if after else [*before, word]
