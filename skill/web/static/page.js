// Without script the page is a form. With it the form answers in place, speaks, and listens hands-free.
import { ask, keep, keepSpeed, show } from "./ask.js";
import { earChosen, end, offer, talk, talking } from "./talk.js";
import { quiet, speak, speaking, speaks, voiceChosen } from "./voice.js";
import { $, choose, say, words } from "./words.js";

let speed = "normal", escaped = -Infinity;

async function answer(question) {
  quiet();
  say(words.one_moment);
  const found = await ask(question);
  if (found.clear) { hide(); return found; }
  remember(found.speed);
  show(question, found);
  say("");
  await speak(found);
  return found;
}

function asked(event) {
  event.preventDefault();
  const question = event.submitter?.name === "question" ? event.submitter.value : $("question").value.trim();
  if (!question) { return; }
  $("question").value = "";
  answer(question).catch((trouble) => say(navigator.onLine ? trouble.message : `${words.no_connection} ${words.try_again}`));
}

// Nothing stays, unless it was asked for.
function remember(now) {
  speed = now;
  if ($("remember").checked) { localStorage.setItem("speed", speed); } else { localStorage.removeItem("speed"); }
}

function recall() {
  const kept = localStorage.getItem("speed");
  if (!kept) { return; }
  $("remember").checked = true;
  speed = kept;
  keepSpeed(kept);
}

function hide() {
  end();
  $("notice").close();
  keep({});
  $("log").replaceChildren();
  $("question").value = "";
  choose("ear", "service");
  say("");
  $("main").hidden = true;
  $("hidden").hidden = false;
  $("again").focus();
}

async function start() {
  $("main").hidden = false;
  $("hidden").hidden = true;
  $("question").focus();
  say("");
  show("", await ask());
}

function escape(event) {
  if (event.key !== "Escape") { return; }
  if (talking() || speaking()) { end(); }
  if (event.timeStamp - escaped < 800) { hide(); }
  escaped = event.timeStamp;
}

function on(id, what, does) { $(id).addEventListener(what, does); }

on("form", "submit", asked);
on("moves", "submit", asked);
on("talk", "click", () => (talking() ? end() : talk(answer)));
on("hide", "click", hide);
on("again", "click", start);
on("patience", "input", () => { $("patience-said").value = $("patience").value; });
on("remember", "change", () => remember(speed));
on("voices", "change", async () => { await voiceChosen(); $("log").setAttribute("aria-live", speaks() ? "off" : "polite"); });
on("ears", "change", earChosen);
for (const each of $("notice").querySelectorAll("button")) { each.addEventListener("click", () => $("notice").close(each.value)); }
document.addEventListener("keydown", escape);
addEventListener("offline", () => say(words.no_connection));
addEventListener("online", () => say(""));
addEventListener("pagehide", end);

recall();
offer();
$("log").setAttribute("aria-live", "off");
for (const each of $("log").querySelectorAll("audio")) { each.remove(); }  // the page has one of its own
navigator.serviceWorker?.register("/sw.js").catch(() => {});
