"""The manifest, skill.json: what the store shows, what Amazon asks, and where requests go."""

from typing import Any

from skill.content.publishing import Publishing, load_publishing

Json = dict[str, Any]

VERSION = "1.0"


def manifest(locales: tuple[str, ...], door: Json, site: str) -> Json:
    """skill.json for these locales, as data (format: "Skill Manifest Schema", SMAPI)."""
    said = {locale: load_publishing(locale) for locale in locales}
    first = said[locales[0]]
    return {
        "manifest": {
            "manifestVersion": VERSION,
            "publishingInformation": {
                "isAvailableWorldwide": False,
                "distributionCountries": [said[locale].locales[locale].code for locale in locales],
                "distributionMode": "PUBLIC",
                "category": first.category,
                "testingInstructions": first.testing.strip(),
                "locales": {locale: _published(locale, each) for locale, each in said.items()},
            },
            "privacyAndCompliance": {
                **first.compliance,
                "locales": {
                    locale: {"privacyPolicyUrl": f"{site}/privacy", "termsOfUseUrl": f"{site}/terms"} for locale in locales
                },
            },
            "apis": {"custom": {"endpoint": door} | _interfaces(first)},
        }
    }


def icon_name(locale: str, size: str) -> str:
    """The file of an icon, inside skill-package/assets/images/; `size` is "small" or "large"."""
    return f"{locale}_{size}Icon.png"


def _published(locale: str, said: Publishing) -> Json:
    icons = {f"{size}IconUri": f"file://assets/images/{icon_name(locale, size)}" for size in ("small", "large")}
    return {
        "name": said.name,
        "summary": said.summary,
        "description": "\n\n".join(said.description),
        "examplePhrases": list(said.example_phrases),
        "keywords": list(said.keywords),
        **icons,
    }


def _interfaces(said: Publishing) -> Json:
    return {"interfaces": [{"type": kind} for kind in said.interfaces]} if said.interfaces else {}
