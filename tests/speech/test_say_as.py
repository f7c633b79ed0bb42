"""Figures, read as <say-as> tells."""

import pytest

from speech.ssml.say_as import say_as

READ = [
    ("digits", "", "911", "nine - one - one"),
    ("telephone", "", "800-799-7233", "eight - zero - zero, seven - nine - nine, seven - two - three - three"),
    ("telephone", "", "13 11 14", "one - three, one - one, one - four"),
    ("characters", "", "D&C", "D, and, C"),
    ("spell-out", "", "hcg", "H, C, G"),
    ("cardinal", "", "1,234", "one thousand two hundred and thirty four"),
    ("number", "", "38.5", "thirty eight point five"),
    ("ordinal", "", "3", "third"),
    ("ordinal", "", "21st", "twenty first"),
    ("fraction", "", "1/2", "one half"),
    ("fraction", "", "3/4", "three quarters"),
    ("fraction", "", "3/2", "three halves"),
    ("fraction", "", "2+1/5", "two and one fifth"),
    ("unit", "", "10kg", "ten kilograms"),
    ("unit", "", "1 lb", "one pound"),
    ("unit", "", "38 °C", "thirty eight degrees Celsius"),
    ("date", "mdy", "11/23/2026", "November twenty third twenty twenty six"),
    ("date", "dm", "23-11", "November twenty third"),
    ("date", "", "2026-11-23", "November twenty third twenty twenty six"),
    ("date", "ymd", "20261123", "November twenty third twenty twenty six"),
    ("date", "y", "1999", "nineteen ninety nine"),
    ("time", "", "1'21\"", "one minute twenty one seconds"),
    ("time", "", "2:05 pm", "two oh five P M"),
    ("time", "", "9:00", "nine o'clock"),
    ("time", "", "7am", "seven A M"),
    ("interjection", "", "oh dear", "oh dear"),
    ("expletive", "", "heck", "beep"),
    ("address", "", "150th St", "150th St"),
]


@pytest.mark.parametrize(("kind", "form", "text", "words"), READ)
def test_it_is_read_in_words(kind, form, text, words):
    assert say_as(text, kind, form) == words


@pytest.mark.parametrize("kind", ["cardinal", "ordinal", "fraction", "unit", "date", "time", "digits", "telephone"])
@pytest.mark.parametrize("text", ["soon", "", "1/0/0/0", "99/99/9999", "-", "²", "1" * 400, "½"])
def test_what_does_not_fit_is_read_as_it_stands(kind, text):
    assert isinstance(say_as(text, kind), str)
