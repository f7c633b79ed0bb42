"""The skill package: what ask-cli deploys, whole or not at all, and one clear line for whatever Amazon would not take."""

import json
import zlib

import numpy
import pytest

from skill.certify.validity import without_nothing
from skill.cli import main
from skill.content import LOCALES, load
from skill.content.publishing import load_publishing
from skill.package import Wanted, contents, folder, icon
from skill.package.endpoint import endpoint, site
from skill.package.icon import ASSETS, SIZES, draw
from skill.package.limits import problems
from skill.package.manifest import manifest
from skill.package.models import FOLDER, available, model
from skill.package.png import encode, size

DOOR = "https://recovery.example.org/alexa"
ARN = "arn:aws:lambda:us-east-1:123456789012:function:gentle"
INVOCATION = "gentle recovery"


def made(locales=("en-US",), door=DOOR):
    return manifest(locales, endpoint(door), "https://recovery.example.org")


def gentle(capsys, *arguments):
    """Exit status and what stands on standard error."""
    status = main(["package", *map(str, arguments)])
    return status, capsys.readouterr().err


def test_the_package_is_what_ask_cli_deploys(tmp_path, capsys):
    out = tmp_path / "deep" / "store"
    assert gentle(capsys, "--out", out, "--endpoint", DOOR, "--contact", "care@example.org") == (0, "")
    files = {str(path.relative_to(out)) for path in out.rglob("*") if path.is_file()}
    images = {f"skill-package/assets/images/{each}_{name}Icon.png" for each in available() for name in SIZES}
    models = {f"skill-package/interactionModels/custom/{each}.json" for each in available()}
    pages = {"pages/privacy/index.html", "pages/terms/index.html", "pages/page.css"}
    assert files == {"ask-resources.json", "skill-package/skill.json", *images, *models, *pages}
    resources = json.loads((out / "ask-resources.json").read_text())
    assert (out / resources["profiles"]["default"]["skillMetadata"]["src"] / "skill.json").exists()
    for locale in available():
        written = (out / f"skill-package/interactionModels/custom/{locale}.json").read_text(encoding="utf-8")
        assert written == (FOLDER / f"{locale}.json").read_text(encoding="utf-8")
    assert [path.name for path in out.parent.iterdir()] == ["store"]


def test_a_package_is_replaced_and_what_ask_cli_remembers_stays(tmp_path, capsys):
    out = tmp_path / "store"
    assert gentle(capsys, "--out", out, "--endpoint", DOOR)[0] == 0
    (out / ".ask").mkdir()
    (out / ".ask" / "ask-states.json").write_text("{}")
    (out / "pages" / "old.html").write_text("old")
    assert gentle(capsys, "--out", out, "--endpoint", ARN, "--site", "https://recovery.example.org")[0] == 0
    assert (out / ".ask" / "ask-states.json").read_text() == "{}"
    assert not (out / "pages" / "old.html").exists()
    custom = json.loads((out / "skill-package" / "skill.json").read_text())["manifest"]["apis"]["custom"]
    assert custom["endpoint"] == {"uri": ARN}


@pytest.mark.parametrize("locale", available())
def test_amazons_own_classes_lose_nothing_of_a_model_or_the_manifest(locale):
    """A round trip through ask-smapi-model drops a field that is misspelled."""
    from ask_sdk_model_runtime import DefaultSerializer
    from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import InteractionModelData
    from ask_smapi_model.v1.skill.manifest.skill_manifest_envelope import SkillManifestEnvelope

    for ours, kind in ((model(locale), InteractionModelData), (made((locale,)), SkillManifestEnvelope)):
        read = DefaultSerializer().deserialize(json.dumps(ours), kind)
        assert without_nothing(DefaultSerializer().serialize(read)) == without_nothing(ours)


def test_amazons_own_classes_would_show_a_misspelled_field():
    from ask_sdk_model_runtime import DefaultSerializer
    from ask_smapi_model.v1.skill.manifest.skill_manifest_envelope import SkillManifestEnvelope

    ours = made()
    ours["manifest"]["publishingInformation"]["testingInstruction"] = "x"
    read = DefaultSerializer().deserialize(json.dumps(ours), SkillManifestEnvelope)
    assert without_nothing(DefaultSerializer().serialize(read)) != without_nothing(ours)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_locale_says_its_own_number_and_country_and_no_other(locale):
    said = " ".join(load_publishing(locale).description)
    number = load(locale).helplines["emergency"].number
    assert f"which in {load_publishing(locale).locales[locale].country} is {number}." in said
    assert "not a substitute for professional medical advice" in said
    others = {load(other).helplines["emergency"].number for other in LOCALES} - {number}
    assert not any(other in said for other in others)


def test_all_five_locales_stand_in_one_manifest():
    publishing = made(LOCALES)["manifest"]["publishingInformation"]
    assert publishing["distributionCountries"] == [locale.partition("-")[2] for locale in LOCALES]
    assert list(publishing["locales"]) == list(LOCALES)
    assert list(problems(made(LOCALES))) == []


WRONG = {
    "no address": ("foo", "must begin with https://"),
    "not https": ("http://recovery.example.org/alexa", "must begin with https://"),
    "a port": ("https://recovery.example.org:8000/alexa", "port 443"),
    "no port at all": ("https://recovery.example.org:x/alexa", "is not an address"),
    "no path": ("https://recovery.example.org", "https://recovery.example.org/alexa."),
    "a number": ("https://192.0.2.1/alexa", "'192.0.2.1'"),
    "this machine": ("https://localhost/alexa", "'localhost'"),
    "a query": ("https://recovery.example.org/alexa?key=1", "nothing else"),
    "a password": ("https://a:b@recovery.example.org/alexa", "nothing else"),
    "half an ARN": ("arn:aws:lambda:us-east-1:12:function:gentle", "is not the ARN"),
    "another service": ("arn:aws:s3:us-east-1:123456789012:function:gentle", "is not the ARN"),
    "an ARN without a site": (ARN, "--site"),
    "a host of Amazon's": ("https://alexa.example.org/alexa", "'alexa'"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_endpoint_is_one_line_and_nothing_is_written(what, tmp_path, capsys):
    wrong, hint = WRONG[what]
    status, said = gentle(capsys, "--out", tmp_path / "store", "--endpoint", wrong)
    assert (status, said.count("\n")) == (2, 1)
    assert hint in said
    assert list(tmp_path.iterdir()) == []


def test_right_endpoints_are_taken_as_they_are():
    assert endpoint(DOOR, "Wildcard") == {"uri": DOOR, "sslCertificateType": "Wildcard"}
    assert endpoint(f"{ARN}:live") == {"uri": f"{ARN}:live"}
    assert endpoint("https://recovery.example.org:443/skills/alexa")["uri"].endswith("/skills/alexa")
    assert site("", DOOR) == "https://recovery.example.org"
    assert site("https://words.example.org/gentle/", ARN) == "https://words.example.org/gentle"


@pytest.mark.parametrize("locale", ["fr-FR", "xx"])
def test_a_locale_that_is_not_ours_is_one_line(locale, tmp_path, capsys):
    status, said = gentle(capsys, "--out", tmp_path / "store", "--endpoint", DOOR, "--locale", locale)
    assert (status, said.count("\n")) == (2, 1)
    assert locale in said and list(tmp_path.iterdir()) == []


def wanted(**changes):
    return Wanted(**({"locales": ("en-US",), "endpoint": DOOR} | changes))


def refused(**changes):
    with pytest.raises(Exception) as fault:
        contents(wanted(**changes))
    assert type(fault.value).__name__ == "UsageError" and "\n" not in str(fault.value)
    return str(fault.value)


def test_a_locale_without_a_model_or_with_one_that_is_broken_or_over_a_limit_is_refused(tmp_path):
    assert "no content for en-US" in refused(models=tmp_path)
    (tmp_path / "en-US.json").write_text("{")
    assert "not JSON" in refused(models=tmp_path)
    over = model("en-US")
    language = over["interactionModel"]["languageModel"]
    language["intents"] += [{"name": f"X{'x' * n}Intent", "samples": [f"y {'y' * n}"]} for n in range(250)]
    (tmp_path / "en-US.json").write_text(json.dumps(over))
    assert "Alexa takes 250" in refused(models=tmp_path)
    language["invocationName"] = "gentle alexa"
    (tmp_path / "en-US.json").write_text(json.dumps(over))
    assert "invocation name" in refused(models=tmp_path)
    assert "no interaction model at all" in refused(locales=())


def test_an_icon_of_the_wrong_size_or_none_is_one_line(tmp_path, capsys):
    for name, side in SIZES.items():
        (tmp_path / f"{name}.png").write_bytes(encode(numpy.zeros((side, side, 3), numpy.uint8)))
    assert icon(tmp_path, "small") == (tmp_path / "small.png").read_bytes()
    (tmp_path / "large.png").write_bytes(encode(numpy.zeros((108, 512, 3), numpy.uint8)))
    options = ["--out", tmp_path / "store", "--endpoint", DOOR, "--icons", tmp_path]
    status, said = gentle(capsys, *options)
    assert (status, said.count("\n")) == (2, 1) and "has 512 x 108 pixels. It must be a PNG of 512 x 512" in said
    (tmp_path / "large.png").write_text("no picture")
    assert "is no PNG" in gentle(capsys, *options)[1]
    (tmp_path / "large.png").unlink()
    assert "cannot be read" in gentle(capsys, *options)[1]
    assert not (tmp_path / "store").exists()


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("dear")
    status, said = gentle(capsys, "--out", tmp_path, "--endpoint", DOOR)
    assert (status, said.count("\n")) == (2, 1) and "'letter.txt'" in said
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_place_that_cannot_be_written_is_one_line(tmp_path, capsys):
    (tmp_path / "file").write_text("x")
    for place in (tmp_path / "file", tmp_path / "file" / "store", "/proc/store"):
        status, said = gentle(capsys, "--out", place, "--endpoint", DOOR)
        assert (status, said.count("\n")) == (2, 1), place
    assert (tmp_path / "file").read_text() == "x"


def test_if_the_new_folder_cannot_take_its_place_the_old_one_is_back(tmp_path, monkeypatch):
    folder.write(tmp_path / "store", {"pages/a": b"1"}, ["pages"])
    rename = folder.Path.rename
    monkeypatch.setattr(folder.Path, "rename", lambda self, to: _fails() if self.name == "made" else rename(self, to))
    with pytest.raises(Exception, match="cannot be written"):
        folder.write(tmp_path / "store", {"pages/a": b"2"}, ["pages"])
    assert (tmp_path / "store" / "pages" / "a").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def _fails():
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("name", SIZES)
def test_the_committed_icons_are_those_that_the_code_draws(name):
    data = (ASSETS / f"{name}.png").read_bytes()
    start = data.index(b"IDAT") + 4
    rows = zlib.decompressobj().decompress(data[start:])
    side = SIZES[name]
    pixels = numpy.frombuffer(rows, numpy.uint8).reshape(side, 1 + 3 * side)[:, 1:].reshape(side, side, 3)
    assert size(ASSETS / f"{name}.png") == (side, side)
    assert numpy.abs(pixels.astype(int) - draw(side)).max() <= 1, "run: python -m skill.package.icon"
