"""The skill package: everything that `ask deploy` sends to Amazon, made from the words."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from skill.errors import UsageError
from skill.package import folder, phrases
from skill.package.endpoint import endpoint, site
from skill.package.icon import ASSETS, SIZES
from skill.package.limits import problems, published
from skill.package.manifest import icon_name, manifest
from skill.package.models import FOLDER, model, require_within_limits
from skill.package.png import size
from skill.web.pages import as_files

RESOURCES = {"askcliResourcesVersion": "2020-03-31", "profiles": {"default": {"skillMetadata": {"src": "./skill-package"}}}}
"""ask-resources.json: there is no code for ask-cli to deploy; our service is deployed by itself."""
OURS = ("ask-resources.json", "skill-package", "pages")


@dataclass(frozen=True)
class Wanted:
    """What a package is made for."""

    locales: tuple[str, ...]
    endpoint: str
    site: str = ""
    certificate: str = "Trusted"
    contact: str = ""
    icons: Path = ASSETS
    models: Path = FOLDER


def contents(wanted: Wanted) -> dict[str, bytes]:
    """Every file of the package, by name. Raises UsageError for the first thing that Amazon would not take."""
    if not wanted.locales:
        raise UsageError("There is no interaction model at all. Run: make model.")
    door = endpoint(wanted.endpoint, wanted.certificate)
    made = manifest(wanted.locales, door, site(wanted.site, wanted.endpoint))
    for problem in (*problems(made), *_phrase_problems(made, wanted)):
        raise UsageError(f"skill.json: {problem} Change skill/content/en/publishing.yaml.")
    files = {"ask-resources.json": _json(RESOURCES), "skill-package/skill.json": _json(made)}
    for locale in wanted.locales:
        written = require_within_limits(locale, wanted.models)
        files[f"skill-package/interactionModels/custom/{locale}.json"] = written.encode()
        for name in SIZES:
            files[f"skill-package/assets/images/{icon_name(locale, name)}"] = icon(wanted.icons, name)
    return files | {f"pages/{name}": text.encode() for name, text in as_files(wanted.contact).items()}


def _phrase_problems(made: dict[str, Any], wanted: Wanted) -> Iterator[str]:
    for locale, said in published(made):
        yield from phrases.problems(said["examplePhrases"], model(locale, wanted.models))


def write(wanted: Wanted, out: Path) -> list[str]:
    """Writes the package, whole or not at all; gives the names of its files. Raises UsageError."""
    files = contents(wanted)
    folder.write(out, files, OURS)
    return sorted(files)


def icon(place: Path, name: str) -> bytes:
    """An icon's file. Raises UsageError where it is missing, is no PNG, or has another size."""
    path, side = place / f"{name}.png", SIZES[name]
    try:
        found = size(path)
        data = path.read_bytes()
    except OSError as fault:
        raise UsageError(f"The icon {path} cannot be read ({fault.strerror}). Draw it: python -m skill.package.icon.") from None
    if found != (side, side):
        what = f"has {found[0]} x {found[1]} pixels" if found else "is no PNG"
        raise UsageError(f"The icon {path} {what}. It must be a PNG of {side} x {side}.")
    return data


def _json(data: Any) -> bytes:
    return (json.dumps(data, indent=2, ensure_ascii=False) + "\n").encode()
