"""How <say-as> is read: figures in words. Numbers in words come from num2words.

Source of the kinds: Alexa's "Speech Synthesis Markup Language (SSML) Reference", say-as.
"""

import re

from num2words import num2words

MONTHS = "January February March April May June July August September October November December".split()
UNITS = {
    "lb": "pounds", "lbs": "pounds", "oz": "ounces", "kg": "kilograms", "g": "grams", "mg": "milligrams", "l": "litres",
    "ml": "millilitres", "km": "kilometres", "m": "metres", "cm": "centimetres", "mm": "millimetres", "mi": "miles",
    "ft": "feet", "in": "inches", "h": "hours", "hr": "hours", "min": "minutes", "s": "seconds", "%": "percent",
    "°f": "degrees Fahrenheit", "°c": "degrees Celsius",
}  # fmt: skip
DIGIT_BY_DIGIT = " - "
"""Between digits: an engine rests a little there and keeps its tone. Run together, espeak's "nine eight eight" was heard by
Whisper as "dilate it" in 12 of 12 ways to say it; apart it is heard whole in 8 (`gentle listen-check`, 2026-11-23)."""
LETTERS = {".": "dot", "-": "dash", "/": "slash", "@": "at", "&": "and", "_": "underscore"}


def say_as(text: str, kind: str, form: str = "") -> str:
    """The words in which `text` is read. What does not fit its kind is read as it stands, as Alexa does."""
    text = text.strip()
    match kind:
        case "digits" | "telephone":
            return ", ".join(DIGIT_BY_DIGIT.join(map(_number, group)) for group in re.findall(r"\d+", text)) or text
        case "characters" | "spell-out":
            return ", ".join(LETTERS.get(letter, letter.upper()) for letter in text if not letter.isspace())
        case "cardinal" | "number":
            return _number(text)
        case "ordinal":
            return _number(re.sub(r"(st|nd|rd|th)$", "", text), "ordinal")
        case "fraction":
            return _fraction(text)
        case "unit":
            return _unit(text)
        case "date":
            return _date(text, form)
        case "time":
            return _time(text)
        case "expletive":
            return "beep"
    return text


def _number(text: str, to: str = "cardinal") -> str:
    plain = text.replace(",", "")
    if not re.fullmatch(r"-?\d{1,15}(\.\d{1,15})?", plain) or (to != "cardinal" and not plain.isdigit()):
        return text
    return num2words(plain, to=to).replace("-", " ").replace(",", "")


def _fraction(text: str) -> str:
    """1/2 as one half, 3+1/4 as three and one quarter."""
    found = re.fullmatch(r"(?:(\d{1,6})\s*\+?\s+|(\d{1,6})\+)?(\d{1,6})/(\d{1,6})", text)
    if not found:
        return text
    whole, top, bottom = found[1] or found[2], int(found[3]), int(found[4])
    name = {2: "half", 4: "quarter"}.get(bottom) or _number(str(bottom), "ordinal")
    many = "" if top == 1 else "s"
    said = f"{_number(str(top))} {'halves' if many and bottom == 2 else name + many}"
    return f"{_number(whole)} and {said}" if whole else said


def _unit(text: str) -> str:
    found = re.fullmatch(r"(\S*?\d)\s*([^\d\s].*)", text)
    unit = UNITS.get(found[2].lower().strip()) if found else None
    if not found or not unit:
        return text
    return f"{_number(found[1])} {unit.removesuffix('s') if found[1] == '1' and unit not in ('feet', 'inches') else unit}"


def _date(text: str, form: str) -> str:
    """The order of its parts by `form`, and by size where there is none: a year has four digits."""
    parts = [part for part in re.split(r"[^\dA-Za-z?]+", text) if part.strip("?")]
    form = form or ("ymd" if len(parts[:1] and parts[0]) == 4 else "mdy")[: max(1, len(parts))]
    if len(parts) == 1 and parts[0].isdigit() and len(parts[0]) == 8 and len(form) == 3:
        sizes = [4 if each == "y" else 2 for each in form]
        parts = [parts[0][sum(sizes[:i]) : sum(sizes[: i + 1])] for i in range(3)]
    if len(parts) != len(form) or not all(part.isdigit() and len(part) <= 4 for part in parts):
        return text
    named = dict(zip(form, parts, strict=True))
    if not 1 <= int(named.get("m", 1)) <= 12 or not 1 <= int(named.get("d", 1)) <= 31:
        return text
    said = [MONTHS[int(named["m"]) - 1]] if "m" in named else []
    said += [_number(named["d"], "ordinal")] if "d" in named else []
    said += [num2words(int(named["y"]), to="year").replace("-", " ")] if "y" in named else []
    return " ".join(said)


def _time(text: str) -> str:
    """1'21" as a length of time; 2:05 pm as a time of day."""
    if found := re.fullmatch(r"(\d{1,3})'(?:\s*(\d{1,2})\")?", text):
        said = f"{_number(found[1])} minute{'' if found[1] == '1' else 's'}"
        return said + (f" {_number(found[2])} second{'' if found[2] == '1' else 's'}" if found[2] else "")
    found = re.fullmatch(r"(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?m?\.?", text, re.IGNORECASE)
    if not found:
        return text
    minutes = {None: "", "00": "" if found[3] else "o'clock"}.get(found[2], _minutes(found[2] or ""))
    return " ".join(filter(None, [_number(found[1]), minutes, f"{found[3].upper()} M" if found[3] else ""]))


def _minutes(text: str) -> str:
    return f"oh {_number(text[1])}" if text.startswith("0") else _number(text)
