"""How often one client may ask, counted in memory, without keeping addresses."""

import hashlib
import secrets
from collections.abc import Callable
from functools import wraps

from flask import request
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from werkzeug.exceptions import TooManyRequests

_PEPPER = secrets.token_bytes(32)


def limited(rate: str) -> Callable:
    """A decorator for a view: at most so often ("120/minute") for each client, else 429."""
    item, counter = parse(rate), MovingWindowRateLimiter(MemoryStorage())

    def around(view: Callable) -> Callable:
        @wraps(view)
        def checked(*args, **kwargs):
            if not counter.hit(item, client()):
                raise TooManyRequests
            return view(*args, **kwargs)

        return checked

    return around


def client() -> str:
    """Tells clients apart for as long as this process lives: a keyed hash of the address, never the address."""
    return hashlib.blake2b((request.remote_addr or "").encode(), key=_PEPPER, digest_size=12).hexdigest()
