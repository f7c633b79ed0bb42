"""Shared pieces: the content, a device with our skill behind it, and every state a conversation can be in."""

import pytest

from skill.cli import stage
from skill.content import load
from skill.content.ways import load_ways

pytest_plugins = ["speech.pytest_plugin", "pytester"]


@pytest.fixture(scope="session")
def content():
    return load("en-US")


@pytest.fixture(scope="session")
def ways():
    return load_ways()


@pytest.fixture
def device():
    return stage.device("en-US")
