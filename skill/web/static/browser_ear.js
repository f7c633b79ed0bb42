// The browser as the ear: on this device where it can; else only after a notice, shown and spoken, and a yes.
import { patience } from "./service_ear.js";
import { closes, opens } from "./tone.js";
import { quiet, speak } from "./voice.js";
import { $, locale, say, words } from "./words.js";

const Recogniser = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const NOBODY = 8000;  // milliseconds
let onDevice = false, ear = null, stopped = false;

export const stop = () => { stopped = true; if (ear) { ear.abort(); } };

// Asks for what is needed; true where the browser may listen.
export async function allowed() {
  if (!Recogniser) { say(words.no_browser_ear); return false; }
  onDevice = await isHere();
  if (onDevice) { say(words.browser_ear_here); return true; }
  const yes = await agrees();
  say(yes ? "" : words.browser_ear_off);
  return yes;
}

async function isHere() {
  if (!Recogniser.available || !("processLocally" in new Recogniser())) { return false; }
  return (await Recogniser.available({ langs: [locale], processLocally: true }).catch(() => "")) === "available";
}

async function agrees() {
  const notice = $("notice");
  notice.returnValue = "";
  notice.showModal();
  speak({ audio: "/sound/notice", caption: words.notice });
  await new Promise((done) => notice.addEventListener("close", done, { once: true }));
  quiet();
  return notice.returnValue === "yes";
}

export async function hear() {
  stopped = false;
  await opens();
  const heard = stopped ? "" : await recognised();
  if (!stopped) { await closes(); }
  return heard;
}

function recognised() {
  return new Promise((done, failed) => {
    let heard = "", trouble = "", timer = 0;
    const wait = (time) => { clearTimeout(timer); timer = setTimeout(() => ear.stop(), time); };
    ear = new Recogniser();
    Object.assign(ear, { lang: locale, continuous: true, interimResults: true, ...(onDevice && { processLocally: true }) });
    ear.onstart = () => { say(words.listening); wait(NOBODY); };
    ear.onresult = (event) => { heard = Array.from(event.results, (each) => each[0].transcript).join(" ").trim(); wait(patience()); };
    ear.onerror = (event) => { trouble = event.error; };
    ear.onend = () => { clearTimeout(timer); ear = null; ended(heard, trouble, done, failed); };
    ear.start();
  });
}

function ended(heard, trouble, done, failed) {
  if (trouble === "not-allowed") { failed(new DOMException("", "NotAllowedError")); }
  else if (trouble === "audio-capture") { failed(new DOMException("", "NotFoundError")); }
  else if (trouble && !["no-speech", "aborted"].includes(trouble)) { failed(new Error(words.did_not_work)); }
  else { done(heard); }
}
