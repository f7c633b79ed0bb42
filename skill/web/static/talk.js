// Hands-free: a tone, the question, the answer, and again, until it is stopped. The microphone is off while it speaks.
import * as browser from "./browser_ear.js";
import * as service from "./service_ear.js";
import { quiet } from "./voice.js";
import { $, choose, chosen, say, shows, words } from "./words.js";

let looping = false;
const ear = () => (chosen("ear") === "browser" ? browser : service);

export const talking = () => looping;

export async function talk(answer) {
  let lock = null, found = { listens: true };
  press(true);
  try {
    lock = await navigator.wakeLock?.request("screen").catch(() => null);
    while (looping && found.listens) {
      const question = await ear().hear();
      if (looping) { found = await answer(question); }
    }
  } catch (trouble) {
    say({ NotAllowedError: words.microphone_denied, NotFoundError: words.microphone_missing }[trouble.name] ?? (trouble.message || words.did_not_work));
  }
  lock?.release();
  end();
}

export function end() {
  press(false);
  service.stop();
  browser.stop();
  quiet();
  if (shows(words.listening, words.speaking, words.one_moment)) { say(words.stopped); }
}

function press(on) {
  looping = on;
  $("talk").setAttribute("aria-pressed", String(on));
  $("talk").textContent = on ? words.stop : words.talk;
}

export async function earChosen() {
  end();
  if (chosen("ear") === "browser" && !(await browser.allowed())) { choose("ear", "service"); }
  offer();
}

export function offer() {
  $("talking").hidden = !(chosen("ear") === "browser" || service.can);
}
