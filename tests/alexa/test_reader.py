"""Requests are read as Amazon's serializer reads them, times included."""

from datetime import UTC, date, datetime, timedelta

import pytest
from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

from skill.alexa.reader import Reader

AT = "_DefaultSerializer__deserialize_datetime"
TIMES = ["2026-11-23T15:10:55Z", "2026-11-23T15:10:55.250Z", "2026-11-23T15:10:55+05:30", "Mon, 23 Nov 2026 10:00:00 GMT"]


@pytest.mark.parametrize("text", TIMES)
@pytest.mark.parametrize("kind", [datetime, date])
def test_a_time_is_read_as_amazon_reads_it(text, kind):
    assert getattr(Reader(), AT)(text, kind) == getattr(DefaultSerializer(), AT)(text, kind)


def test_a_time_that_is_none_is_refused():
    with pytest.raises(SerializationException):
        getattr(Reader(), AT)("yesterday week", datetime)


def test_the_time_of_a_request_takes_the_short_way(monkeypatch):
    monkeypatch.setattr("dateutil.parser.parse", lambda text: pytest.fail("dateutil was asked"))
    read = Reader().deserialize('{"request": {"type": "LaunchRequest", "timestamp": "2026-11-23T15:10:55Z"}}', RequestEnvelope)
    assert read.request.timestamp == datetime(2026, 11, 23, 15, 10, 55, tzinfo=UTC)
    assert read.request.timestamp.utcoffset() == timedelta(0)
