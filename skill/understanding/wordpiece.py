"""WordPiece: a word in the longest pieces that the encoder's vocabulary holds (Wu et al. 2016, as BERT uses it)."""

UNKNOWN, START, END = "[UNK]", "[CLS]", "[SEP]"


class WordPiece:
    """Pieces to numbers. `vocabulary` lists the pieces in order; one that continues a word begins with "##"."""

    def __init__(self, vocabulary: list[str]):
        self.number = {piece: place for place, piece in enumerate(vocabulary)}

    def __call__(self, text: str, longest: int = 48) -> list[int]:
        """The piece numbers of a normalised text, with START before and END after; at most `longest`."""
        pieces = [number for word in text.replace("'", " ' ").split() for number in self._word(word)]
        return [self.number[START], *pieces[: longest - 2], self.number[END]]

    def _word(self, word: str) -> tuple[int, ...]:
        pieces, start = [], 0
        while start < len(word):
            end = next((e for e in range(len(word), start, -1) if self._piece(word, start, e) in self.number), 0)
            if not end:
                return (self.number[UNKNOWN],)
            pieces.append(self.number[self._piece(word, start, end)])
            start = end
        return tuple(pieces)

    @staticmethod
    def _piece(word: str, start: int, end: int) -> str:
        return ("##" if start else "") + word[start:end]
