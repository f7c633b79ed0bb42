"""The audit fails on a known vulnerability, passes without one, and says so where it got no answer."""

import importlib.util
from pathlib import Path

SPEC = importlib.util.spec_from_file_location("audit", Path(__file__).parents[1] / ".ci" / "audit.py")
audit = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(audit)

CONTROL = {"name": "django", "version": "2.0.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3"]}]}
GOOD = {"name": "flask", "version": "3.1.3", "vulns": []}
BAD = {"name": "jinja2", "version": "2.4", "vulns": [{"id": "PYSEC-2", "fix_versions": []}]}
SKIPPED = {"name": "django", "version": "2.0.0", "skip_reason": "not found"}


def test_a_known_vulnerability_fails():
    status, said = audit.verdict([CONTROL, GOOD, BAD])
    assert status == 1 and "jinja2 2.4: PYSEC-2, mended in no version yet" in said and "django" not in said


def test_none_passes():
    assert audit.verdict([CONTROL, GOOD]) == (0, "0 known vulnerabilities in the 1 packages that we install.")


def test_a_registry_without_advisories_is_not_taken_for_a_clean_one():
    for rows in ([], [GOOD], [SKIPPED, GOOD], [{**CONTROL, "vulns": []}, GOOD]):
        status, said = audit.verdict(rows)
        assert status == 0 and "cannot be reached" in said


def test_what_is_audited_is_what_we_install():
    found = audit.installed(audit.OURS, {})
    assert {"Flask", "ask-sdk-core", "piper-tts", "faster-whisper", "Werkzeug"} <= set(found)
    assert not {"pytest", "playwright", "schemathesis"} & set(found)
