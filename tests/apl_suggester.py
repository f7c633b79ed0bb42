"""Amazon's own checker of APL documents, `apl-suggester`, one of the programs of npm that tests drive."""

import json
import subprocess

from node import npm

SCRIPT = """
const { StaticAplTemplateValidator } = require("apl-suggester");
console.log = () => {};
new StaticAplTemplateValidator().validate(JSON.parse(require("fs").readFileSync(0))).then((found) => {
  process.stdout.write("\\n" + JSON.stringify(found.map((each) => `${each.path}: ${each.errorMessage}`)) + "\\n");
});
"""


def suggestions(document: dict) -> list[str]:
    """What it finds in a document, a line each."""
    run = subprocess.run(
        ["node", "-e", SCRIPT], cwd=npm(), input=json.dumps(document), capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout.splitlines()[-1])
