// Who speaks the answers: this page with our own sound, the phone with a voice that stays on the phone, or a screen reader.
import { chosen, choose, locale, say, shows, words } from "./words.js";

const sound = new Audio(), engine = window.speechSynthesis;
const RATES = { slow: 0.8, normal: 1, fast: 1.25 };
let hush = null;  // ends what is being spoken

export const speaks = () => chosen("voice") !== "reader";
export const speaking = () => hush !== null;

export function quiet() {
  sound.pause();
  sound.removeAttribute("src");
  if (engine) { engine.cancel(); }
  if (hush) { hush(); }
}

export async function speak(found) {
  if (!speaks() || !found.audio) { return; }
  const own = chosen("voice") === "phone" ? await localVoice() : null;
  say(words.speaking);
  await new Promise((done) => { hush = done; (own ? withPhone : withOurs)(found, done, own); });
  hush = null;
  if (shows(words.speaking)) { say(""); }
}

function withOurs(found, done) {
  sound.onended = sound.onerror = sound.onpause = done;
  sound.src = found.audio;
  sound.play().catch(done);
}

function withPhone(found, done, voice) {
  const spoken = new SpeechSynthesisUtterance(digitByDigit(found));
  Object.assign(spoken, { voice, lang: voice.lang, rate: RATES[found.speed] ?? 1, onend: done, onerror: done });
  engine.speak(spoken);
}

const digitByDigit = (found) => (found.helplines ?? []).reduce((text, line) => text.replaceAll(line.number, [...line.number].join(" ")), found.caption);

// Never a voice whose words travel: only those that say of themselves that they are on the phone.
async function localVoice() {
  if (!engine) { return null; }
  if (!engine.getVoices().length) {
    await new Promise((done) => { engine.addEventListener("voiceschanged", done, { once: true }); setTimeout(done, 1000); });
  }
  const country = (voice) => voice.lang.replace("_", "-") === locale, language = (voice) => voice.lang.slice(0, 2) === locale.slice(0, 2);
  const here = engine.getVoices().filter((voice) => voice.localService === true && language(voice));
  return here.find(country) ?? here[0] ?? null;
}

export async function voiceChosen() {
  quiet();
  if (chosen("voice") === "phone" && !(await localVoice())) {
    choose("voice", "page");
    say(words.no_phone_voice);
  }
}
