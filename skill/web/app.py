"""The service as one Flask application with three doors: `/alexa` for Amazon, `/` for the phone page, `/api` for anything
that can send a sentence."""

import json
from dataclasses import dataclass
from importlib.resources import files
from logging import LogRecord
from xml.sax.saxutils import escape

import msgspec
from flask import Flask, Response, jsonify, render_template, request
from threadpoolctl import threadpool_limits
from werkzeug.exceptions import HTTPException

from skill.content import LOCALES, known
from skill.content.page import page_words
from skill.errors import UsageError
from skill.understanding import Understanding
from skill.web import amazon, pages
from skill.web.answer import Question, as_json, reply_to
from skill.web.headers import protect
from skill.web.limit import limited
from skill.web.listen import LARGEST, Busy, Listener, NotSound
from skill.web.locale import locale_of
from skill.web.sound import Sounds
from skill.web.verify import Verifier

LARGEST_QUESTION = 64_000
"""Bytes of a request to any door but the spoken one."""
ASKING, LISTENING = "120/minute", "30/minute"
"""How often one client may ask, and be listened to."""


@dataclass(frozen=True)
class Parts:
    """What a service is made of. Without a listener it only reads; without a verifier it has no door for Amazon."""

    understanding: Understanding
    sounds: Sounds
    listener: Listener | None = None
    verifier: Verifier | None = None
    skill_id: str | None = None
    unverified: bool = False
    """For development: a door for Amazon at which everything is believed."""
    contact: str = ""
    """Whom to ask about the privacy policy and the terms: an address, as they show it."""
    asking: str = ASKING
    listening: str = LISTENING


def create_app(parts: Parts) -> Flask:
    """The application. Logs no question, answer, topic, id or address.

    From here on this process multiplies matrices on one core at a time: requests share the cores, and threads of a
    library that wait for each other cost a loaded service seconds.
    """
    threadpool_limits(1, user_api="blas")
    app = Flask(
        "gentle", template_folder=str(files("skill.web") / "templates"), static_folder=str(files("skill.web") / "static")
    )
    app.config.update(MAX_CONTENT_LENGTH=LARGEST, JSON_SORT_KEYS=False)
    protect(app)
    app.logger.addFilter(kind_only)
    if parts.verifier or parts.unverified:
        amazon.add_to(app, parts.understanding.move, parts.verifier, parts.skill_id)
    _page(app, parts)
    pages.add_to(app, parts.contact)
    _asking(app, parts)
    _listening(app, parts)
    _looking(app, parts)
    _errors(app)
    return app


def _answered(parts: Parts, asked: Question) -> dict:
    found = as_json(*reply_to(asked, parts.understanding))
    return {**found, "audio": parts.sounds.address(found["ssml"])}


def _page(app: Flask, parts: Parts) -> None:
    @app.get("/")
    def page() -> str:
        return _shown(parts, Question(locale=locale_of(request)))

    @app.post("/")
    @limited(parts.asking)
    def page_answer() -> str:
        """Without script: a form in, a page out."""
        try:
            state = json.loads(request.form.get("state") or "{}")
        except ValueError:
            state = {}
        text, locale = request.form.get("question", ""), request.form.get("locale", LOCALES[0])
        return _shown(parts, Question(text or None, state if isinstance(state, dict) else {}, locale))

    @app.get("/manifest.webmanifest")
    def manifest() -> Response:
        return Response((files("skill.web") / "static" / "manifest.json").read_bytes(), mimetype="application/manifest+json")

    @app.get("/sw.js")
    def worker() -> Response:
        offline = render_template("offline.html", words=page_words())
        return Response(render_template("sw.js", offline=offline), mimetype="text/javascript")

    @app.get("/sound/notice")
    def notice() -> Response:
        """What is said before a browser may send a voice elsewhere."""
        data = parts.sounds.mp3(f"<speak>{escape(page_words()['notice'])}</speak>")
        return Response(data or b"", mimetype="audio/mpeg")


def _shown(parts: Parts, asked: Question) -> str:
    locale = known(asked.locale)
    found, hears = _answered(parts, asked), parts.listener is not None
    return render_template(
        "page.html", answer=found, asked=asked.question or "", locale=locale, words=page_words(locale), hears=hears
    )


def _asking(app: Flask, parts: Parts) -> None:
    @app.post("/api/ask")
    @limited(parts.asking)
    def ask() -> Response:
        body = request.get_data()
        if len(body) > LARGEST_QUESTION:
            return _problem(413, "The question is too long. Send a sentence or two.")
        try:
            return jsonify(_answered(parts, msgspec.json.decode(body, type=Question)))
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            return _problem(400, 'Send JSON like {"question": "when can we have sex again", "state": {}, "locale": "en-US"}.')


def _listening(app: Flask, parts: Parts) -> None:
    @app.post("/api/listen")
    @limited(parts.listening)
    def listen() -> Response:
        if not parts.listener:
            return _problem(501, "This service does not listen. Type your question.")
        try:
            return jsonify({"question": parts.listener.words(request.get_data())})
        except NotSound as fault:
            return _problem(415, str(fault))
        except Busy:
            answer = _problem(503, "Many people are asking just now. Please try again in a moment.")
            answer.headers["Retry-After"] = "5"
            return answer


def _looking(app: Flask, parts: Parts) -> None:
    @app.get("/sound/<token>")
    def sound(token: str) -> Response:
        data = parts.sounds.play(token)
        return Response(data, mimetype="audio/mpeg") if data else _problem(404, "That sound is gone. Ask again.")

    @app.get("/api")
    def description() -> Response:
        return Response((files("skill.web") / "openapi.json").read_bytes(), mimetype="application/json")

    @app.get("/healthz")
    def alive() -> Response:
        return jsonify({"alive": True})

    @app.get("/readyz")
    def ready() -> Response:
        parts.understanding.understand("a question")
        return jsonify({"ready": True})


def _errors(app: Flask) -> None:
    @app.errorhandler(HTTPException)
    def expected(fault: HTTPException) -> Response:
        code = fault.code or 500
        said = {
            404: "There is nothing here.",
            405: "Not this way.",
            413: "That is too large.",
            429: "That was very often. Please wait a minute.",
        }
        answer = _problem(code, said.get(code, "That did not work."))
        if allowed := getattr(fault, "valid_methods", None):
            answer.headers["Allow"] = ", ".join(allowed)
        return answer

    @app.errorhandler(UsageError)
    def usage(fault: UsageError) -> Response:
        return _problem(400, str(fault))

    @app.errorhandler(Exception)
    def fault(trouble: Exception) -> Response:
        """A fault of ours: its kind is logged, never its text, and the person is told calmly."""
        app.logger.error("a request failed: %s", type(trouble).__name__)
        return _problem(500, "Something went wrong here. Please try again in a moment.")


def kind_only(record: LogRecord) -> bool:
    """A filter of the log: of a fault it keeps the kind; its text and its traceback may hold what was asked."""
    if record.exc_info:
        record.msg, record.args, record.exc_info = f"{record.getMessage()}: {record.exc_info[0].__name__}", (), None
    return True


def _problem(status: int, text: str) -> Response:
    answer = jsonify({"error": text})
    answer.status_code = status
    return answer
