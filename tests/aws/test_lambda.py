"""The package for AWS Lambda: its size and template, and its answers through Amazon's own emulator."""

import json
import os
import subprocess
import sys
import zipfile

import pytest

import emulator
from crowd import Crowd, garbage, problem
from emulator import SAM, SKILL_ID, Emulator
from skill.aws.archive import LARGEST, LARGEST_UNPACKED
from skill.aws.build import build, this_machine
from speech.envelope import Session, Slot

pytestmark = pytest.mark.slow

HANDLER = "skill.alexa.lambda_function.handler"
REQUESTS = 400
CANARY = "zanzibar whispers"
STRANGERS = ("flask", "pyttsx3", "soundfile", "jinja2", "rich", "cheroot", "cryptography", "textstat", "pytest")
LAUNCH_NEEDS_NOT = {"numpy", "yaml", "requests"}


@pytest.fixture(scope="module")
def cloud(tmp_path_factory):
    """What `make lambda` makes."""
    out = tmp_path_factory.mktemp("lambda")
    subprocess.run([sys.executable, "-m", "skill.aws", "--out", str(out)], check=True)
    return out


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The same for this machine, unpacked."""
    folder = tmp_path_factory.mktemp("local") / "package"
    build(folder, this_machine())
    return folder


@pytest.fixture(scope="module")
def sam():
    """Amazon's tools, which CI and `make lambda` install."""
    if not SAM.exists():
        (pytest.fail if os.environ.get("CI") else pytest.skip)("there is no aws-sam-cli. Run: make lambda")
    return SAM / "bin" / "sam"


@pytest.fixture
def instance(package, sam, tmp_path):
    """One running instance."""
    (tmp_path / "client").mkdir()
    with Emulator(package, emulator.runtime(tmp_path / "client"), HANDLER, tmp_path / "log") as running:
        yield running


def test_the_package_fits_and_carries_what_the_alexa_path_needs_and_nothing_else(cloud):
    assert (cloud / "package.zip").stat().st_size < LARGEST
    with zipfile.ZipFile(cloud / "package.zip") as packed:
        assert sum(entry.file_size for entry in packed.infolist()) < LARGEST_UNPACKED
        names = packed.namelist()
    top = {name.split("/")[0] for name in names}
    assert {"skill", "speech", "ask_sdk_core", "msgspec", "numpy", "yaml"} <= top
    assert not top & set(STRANGERS)
    assert not any("/utterances/" in name or name.startswith(("skill/web", "skill/cli")) for name in names)
    assert not any("x86_64" in name for name in names)
    assert any("aarch64" in name and name.endswith(".so") for name in names)


def test_the_same_sources_make_the_same_bytes(cloud, tmp_path):
    subprocess.run([sys.executable, "-m", "skill.aws", "--out", str(tmp_path)], check=True)
    assert (tmp_path / "package.zip").read_bytes() == (cloud / "package.zip").read_bytes()


def test_the_template_is_one_that_sam_takes(cloud, sam):
    env = os.environ | {"AWS_DEFAULT_REGION": "us-east-1", "SAM_CLI_TELEMETRY": "0"}
    done = subprocess.run([sam, "validate", "--lint", "--template", cloud / "template.yaml"], env=env, capture_output=True)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


def test_the_function_may_write_its_own_log_and_nothing_else(cloud):
    text = (cloud / "template.yaml").read_text()
    assert text.count("Effect: Allow") == 2  # who may take the role, and what it may do
    assert "Action: [logs:CreateLogStream, logs:PutLogEvents]\n                Resource: !GetAtt Logs.Arn" in text
    assert "ManagedPolic" not in text
    assert f"Runtime: python3.{sys.version_info[1]}\n" in text


def test_a_crowd_is_answered_within_a_second_each(instance):
    crowd = Crowd(application=SKILL_ID)
    for _ in range(REQUESTS):
        kind, request = crowd.request()
        answer, seconds = instance.send(request)
        assert not problem(kind, answer)
        assert seconds < 1, kind
        crowd.heard(answer)


def test_no_word_and_no_id_reaches_the_log(instance):
    session = Session(application=SKILL_ID)
    whole = session.intent("QuestionIntent", [Slot("question", f"{CANARY} after a miscarriage", type="AMAZON.SearchQuery")])
    for request in (whole, session.launch(), *garbage(whole), *garbage(Session(application=SKILL_ID).launch())):
        answer, _ = instance.send(request)
        assert isinstance(answer["response"], dict)
    logged = instance.log.read_text()
    assert "a request could not be read: SerializationException" in logged
    for word in (CANARY, "zanzibar", "miscarriage", "outputSpeech", session.user, session.id, session.device, "Traceback"):
        assert word not in logged


def test_another_skills_request_gets_no_word(instance):
    answer, _ = instance.send(Session(application="amzn1.ask.skill.another").launch())
    assert answer["response"] == {}


def test_the_package_answers_as_the_sources_do(instance):
    from skill.alexa.lambda_function import handler

    session = Session("en-GB", application=SKILL_ID)
    for request in (session.launch(), session.intent("UrgentPhysicalIntent", []), session.intent("GriefIntent", [])):
        assert instance.send(request)[0] == json.loads(json.dumps(handler(request, None)))


def test_a_launch_loads_neither_the_model_nor_yaml(package):
    code = (
        "import json, sys; from skill.alexa.lambda_function import handler; handler(json.load(sys.stdin), None);"
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-B", "-c", code], cwd=package, env={"PYTHONPATH": str(package)},
        input=json.dumps(Session().launch()), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert not LAUNCH_NEEDS_NOT & set(done.stdout.split())
