"""The interaction models that are written, by locale. A locale has content when it has a model."""

import json
from pathlib import Path
from typing import Any

import interaction_models
from interaction_models.limits import problems
from skill.content import LOCALES, require_locale
from skill.errors import UsageError

FOLDER = Path(interaction_models.__file__).parent


def available(folder: Path = FOLDER) -> tuple[str, ...]:
    """The locales that have a model."""
    return tuple(locale for locale in LOCALES if (folder / f"{locale}.json").exists())


def model_text(locale: str, folder: Path = FOLDER) -> str:
    """The model's file. Raises UsageError for a locale without one."""
    require_locale(locale)
    try:
        return (folder / f"{locale}.json").read_text(encoding="utf-8")
    except OSError:
        raise UsageError(
            f"There is no content for {locale} yet: interaction_models/{locale}.json is missing. Run: make model."
        ) from None


def model(locale: str, folder: Path = FOLDER) -> dict[str, Any]:
    """The model as data. Raises UsageError where it is missing, or broken."""
    try:
        return json.loads(model_text(locale, folder))
    except ValueError:
        raise UsageError(f"interaction_models/{locale}.json is not JSON. Run: make model.") from None


def require_within_limits(locale: str, folder: Path = FOLDER) -> str:
    """The model's text, if Alexa would take it. Raises UsageError with the first of its faults."""
    found = list(problems(model(locale, folder)))
    if found:
        more = f" And {len(found) - 1} more." if found[1:] else ""
        raise UsageError(f"interaction_models/{locale}.json: {found[0]}{more} See: python -m interaction_models --check.")
    return model_text(locale, folder)
