"""The examination: every rule, one after the other, with what was found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from inspect import getmembers, isfunction
from types import ModuleType

import interaction_models.limits
import skill.package.limits
from skill.certify import disclaimers, door, moving, opening, privacy, spoken, store
from skill.certify.rules import Rule, load_rules
from skill.certify.store import ByHand
from skill.certify.subject import Subject

PASS, FAIL, BY_HAND = "pass", "FAIL", "by hand"

Check = Callable[[Subject], Iterator[str]]


@dataclass(frozen=True)
class Result:
    """What came of one rule."""

    rule: Rule
    outcome: str
    findings: tuple[str, ...] = ()
    """What failed; or, by hand, what to do."""


def _own(module: ModuleType) -> dict[str, Check]:
    return {name: each for name, each in getmembers(module, isfunction) if each.__module__ == module.__name__}


def _checks() -> dict[str, Check]:
    """Every check by its rule's name."""
    names = {rule.rule for rule in load_rules()}
    found: dict[str, Check] = {}
    for module in (opening, moving, privacy, disclaimers, spoken, store, door):
        found |= {name: check for name, check in _own(module).items() if name in names}
    found |= {name: partial(_of_model, rule) for name, rule in interaction_models.limits.RULES.items()}
    return found | {name: partial(_of_manifest, rule) for name, rule in skill.package.limits.RULES.items()}


def _of_model(rule: Callable, subject: Subject) -> Iterator[str]:
    yield from rule(subject.model)


def _of_manifest(rule: Callable, subject: Subject) -> Iterator[str]:
    yield from rule(subject.manifest)


CHECKS = _checks()


def examine(subject: Subject) -> Iterator[Result]:
    """Every rule with its result, in the order of `rules.yaml`."""
    for rule in load_rules():
        yield result(rule, subject)


def result(rule: Rule, subject: Subject) -> Result:
    """One rule's result. A check that breaks down has failed: what it looks at is not as it must be."""
    if rule.by_hand:
        return Result(rule, BY_HAND, (rule.by_hand,))
    try:
        findings = tuple(dict.fromkeys(CHECKS[rule.rule](subject)))
    except ByHand as need:
        return Result(rule, BY_HAND, (str(need),))
    except Exception as fault:  # whatever it is, the rule is not kept
        findings = (f"{type(fault).__name__}: {fault}",)
    return Result(rule, FAIL if findings else PASS, findings)
