"""The phone page as it is served, and a browser, for every test of it."""

import threading

import pytest
from cheroot.wsgi import Server

from browser import chromium
from doors import service
from phone import Visit
from skill.cli.ears import ear_of
from skill.understanding import default
from skill.web.app import Parts, create_app
from skill.web.listen import Listener
from skill.web.sound import Sounds
from speech.voice import EngineVoice


@pytest.fixture(scope="session")
def address():
    parts = Parts(default(), Sounds(EngineVoice()), Listener(ear_of("whisper")), asking="1000/minute", listening="1000/minute")
    server = Server(("127.0.0.1", 0), create_app(parts), numthreads=4)
    server.prepare()
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.bind_addr[1]}/"
    server.stop()
    thread.join(10)


@pytest.fixture(scope="session")
def browser():
    with chromium() as found:
        yield found


@pytest.fixture
def visit(browser, address):
    found = Visit(browser, address)
    yield found
    assert found.errors == []
    found.context.close()


@pytest.fixture
def client():
    return service()
