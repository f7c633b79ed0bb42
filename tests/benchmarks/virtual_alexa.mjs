// Plays dialogues with virtual-alexa over HTTP: node virtual_alexa.mjs URL MODEL DIALOGUES.json
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const { VirtualAlexa } = createRequire(process.cwd() + "/")("virtual-alexa");

const [url, model, script] = process.argv.slice(2);
const dialogues = JSON.parse(readFileSync(script, "utf8"));
let turns = 0, refused = 0;
const started = performance.now();
for (const dialogue of dialogues) {
  const alexa = VirtualAlexa.Builder().skillURL(url).interactionModelFile(model).create();
  for (const turn of dialogue) {
    try {
      await (turn === null ? alexa.launch() : alexa.utter(turn));
      turns += 1;
    } catch (error) {
      refused += 1;  // it cannot send an utterance that its own matching takes for no intent
    }
  }
}
console.log(JSON.stringify({ turns, refused, seconds: (performance.now() - started) / 1000 }));
