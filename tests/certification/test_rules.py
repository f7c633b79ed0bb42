"""Each of Alexa's rules that can be checked is a test of its name, in each locale; and each check can fail."""

from functools import cache

import pytest

from broken import BROKEN
from skill.certify.examine import BY_HAND, CHECKS, FAIL, PASS, result
from skill.certify.report import listed, row
from skill.certify.rules import Rule, load_rules
from skill.certify.subject import subject
from skill.cli import main
from skill.package.models import available

RULES = {rule.rule: rule for rule in load_rules()}
CHECKED = [name for name, rule in RULES.items() if not rule.by_hand]
examined = cache(subject)


def _test_of(rule):
    @pytest.mark.parametrize("locale", available())
    def test(locale):
        found = result(RULES[rule], examined(locale))
        assert found.outcome == PASS, "\n".join(found.findings)

    return test


globals().update({f"test_{rule}": _test_of(rule) for rule in CHECKED})


@pytest.mark.parametrize("rule", CHECKED)
def test_the_check_can_fail(rule):
    """Shown a skill that breaks the rule, the check says so, in words."""
    found = result(RULES[rule], BROKEN[rule](examined("en-US")))
    assert found.outcome == FAIL
    assert not any(line.startswith(("KeyError", "AttributeError", "TypeError")) for line in found.findings), found.findings


def test_every_rule_is_a_check_or_says_what_to_do_by_hand():
    assert set(CHECKS) == set(BROKEN) == set(CHECKED)
    assert len(RULES) == len(load_rules())
    assert all(rule.says and rule.source for rule in RULES.values())


def test_a_check_that_breaks_down_has_failed():
    found = result(RULES["nothing_is_said_twice"], None)
    assert (found.outcome, len(found.findings)) == (FAIL, 1)


def test_without_amazons_classes_a_check_is_left_to_the_hand(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "ask_smapi_model.v1.skill.manifest.skill_manifest_envelope", None)
    found = result(RULES["amazons_own_classes_lose_nothing"], examined("en-US"))
    assert (found.outcome, "ask-smapi-model" in found.findings[0]) == (BY_HAND, True)


def test_what_failed_stands_below_its_rule_and_not_all_of_it():
    failed = result(
        RULES["every_sample_reaches_its_own_intent"], BROKEN["every_sample_reaches_its_own_intent"](examined("en-US"))
    )
    lines = list(listed([failed]))
    assert lines[0].startswith("  FAIL     every_sample")
    assert len(lines) == 7 and lines[-1].strip().startswith("... and ")


def test_the_list_is_printed(capsys):
    assert main(["certify", "--locale", "en-US"]) == 0
    out = capsys.readouterr().out
    assert all(name in out for name in RULES)
    assert all(rule.by_hand in out for rule in RULES.values())
    assert out.splitlines()[-1] == f"en-US: {len(CHECKED)} pass, 0 fail, {len(RULES) - len(CHECKED)} by hand"


def test_what_fails_is_exit_status_one(capsys, monkeypatch):
    monkeypatch.setattr("skill.certify.rules.load_rules", lambda: (Rule("nothing_is_said_twice", "x", "x"),))
    monkeypatch.setitem(CHECKS, "nothing_is_said_twice", lambda subject: iter(["it was."]))
    assert main(["certify", "--locale", "en-US"]) == 1
    assert "it was." in capsys.readouterr().out
    assert main(["certify", "--locale", "en-US", "--table"]) == 1
    assert "1 checks failed" in capsys.readouterr().err


def test_the_table_has_a_row_for_each_locale(capsys, monkeypatch):
    monkeypatch.setattr("skill.certify.rules.load_rules", lambda: load_rules()[-1:])
    assert main(["certify", "--table"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 7
    assert lines[2].startswith("| en-US | 34 | ") and "emergency 911 (2026-11-23)" in lines[2]
    assert row("en-GB", 0, []).endswith("| – | – |") and "emergency 999" in row("en-GB", 0, [])


@pytest.mark.parametrize("locale", ["xx", "fr-FR"])
def test_a_locale_that_is_not_ours_is_one_line(locale, capsys):
    assert main(["certify", "--locale", locale]) == 2
    assert capsys.readouterr().err.count("\n") == 1
