"""The service's doors as a client of the tests sees them."""

import threading

from skill.understanding import default
from skill.web.app import Parts, create_app
from skill.web.listen import Listener
from skill.web.sound import Sounds
from speech.voice import SilentVoice


class Parrot:
    """An ear that hears what it is told; while `gate` is closed it is busy."""

    name = "parrot"

    def __init__(self, words="when can we have sex again"):
        self.words, self.gate, self.heard = words, threading.Event(), []
        self.gate.set()

    def hear(self, sound):
        self.heard.append(sound)
        self.gate.wait(10)
        return self.words


def service(voice=None, ear=None, key=None, **more):
    app = create_app(Parts(default(), Sounds(voice or SilentVoice(), key), Listener(ear) if ear else None, **more))
    return app.test_client()


def ask(client, question, state=None, locale="en-US"):
    answer = client.post("/api/ask", json={"question": question, "state": state or {}, "locale": locale})
    assert answer.status_code == 200, answer.json
    return answer.json
