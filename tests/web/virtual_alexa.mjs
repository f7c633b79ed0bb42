// Holds conversations with virtual-alexa over HTTP: node virtual_alexa.mjs URL MODEL. One JSON line in, what the skill answered out.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
const { VirtualAlexa } = createRequire(process.cwd() + "/")("virtual-alexa");

const [url, model] = process.argv.slice(2);
let alexa;

// Its own matching knows exact samples and no fallback: where none fits, Alexa would send the fallback intent.
const say = async (text) => {
  try {
    return await alexa.utter(text);
  } catch (error) {
    if (!String(error).includes("Unable to match")) { throw error; }
    return alexa.intend("AMAZON.FallbackIntent");
  }
};
const deeds = {
  meet: (locale) => { alexa = VirtualAlexa.Builder().skillURL(url).interactionModelFile(model).locale(locale).create(); },
  open: () => alexa.launch(),
  say,
  leave: () => alexa.utter("exit"),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [deed, text] = JSON.parse(line);
  let sent = "";
  if (alexa) { alexa.filter((request) => { sent = request.request.intent?.name ?? request.request.type; }); }
  try {
    const answer = await deeds[deed](text);
    console.log(JSON.stringify({ answer, sent, listening: alexa.context().activeSession() }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
process.exit(0);
