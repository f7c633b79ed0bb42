"use strict";
// One small script. Without it the page is a form; with it the form answers in place, speaks, and listens hands-free.
(() => {
  const $ = (id) => document.getElementById(id);
  const form = $("form"), field = $("question"), log = $("log"), status = $("status"), talk = $("talk");
  const hears = document.body.dataset.hears === "yes" && !!(navigator.mediaDevices && window.MediaRecorder);
  const sound = new Audio();
  let state = JSON.parse(form.elements.state.value), speed = null, looping = false, stopListening = null, escaped = 0;

  const say = (text) => { status.textContent = text; };
  const speaks = () => document.querySelector("input[name=voice]:checked").value === "page";
  const quiet = () => { sound.pause(); sound.removeAttribute("src"); };

  // --- asking ---------------------------------------------------------------------------------------------------------
  async function post(url, body, type) {
    const answer = await fetch(url, { method: "POST", body, headers: { "Content-Type": type }, credentials: "omit", cache: "no-store" });
    const found = await answer.json();
    if (!answer.ok) { throw new Error(found.error); }
    return found;
  }

  async function ask(question) {
    quiet();
    say("One moment.");
    const found = await post("/api/ask", JSON.stringify({ question, state, locale: form.elements.locale.value }), "application/json");
    state = found.state;
    if (found.clear) { hide(); return found; }
    remember(found.speed);
    show(question, found);
    say("");
    if (speaks() && found.audio) { await play(found.audio); }
    return found;
  }

  function show(question, found) {
    for (const input of document.querySelectorAll("input[name=state]")) { input.value = JSON.stringify(state); }
    const parts = [];
    if (found.helplines.length) {
      const rows = found.helplines.map((line) => element("li", "", line.say === line.number ? [link(line)] : [link(line), " ", line.say]));
      parts.push(element("ul", "numbers", rows));
    }
    if (question) { parts.push(element("p", "asked", [element("span", "who", ["You asked:"]), " " + question])); }
    parts.push(element("p", "said", found.sentences.flatMap((each) => [element("span", "", [each.text]), " "])));
    log.replaceChildren(element("div", "answer", parts));
    $("moves").hidden = !question;
  }

  function element(tag, name, inside) {
    const node = document.createElement(tag);
    if (name) { node.className = name; }
    node.append(...inside);
    return node;
  }

  function link(line) {
    const node = element("a", "", ["Call " + line.number]);
    node.href = line.tel;
    return node;
  }

  function play(url) {
    return new Promise((done) => {
      sound.onended = sound.onerror = sound.onpause = done;
      sound.src = url;
      say("Speaking.");
      sound.play().catch(done);
    }).then(() => { if (status.textContent === "Speaking.") { say(""); } });
  }

  // --- listening: until the person has been silent for a while; the microphone is off at every other time -----------------
  async function listen() {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } });
    const context = new AudioContext(), meter = context.createAnalyser(), levels = new Float32Array(1024);
    context.createMediaStreamSource(stream).connect(meter);
    meter.fftSize = 1024;
    await tone(context, [523, 659]);
    const recorder = new MediaRecorder(stream), pieces = [];
    recorder.ondataavailable = (event) => pieces.push(event.data);
    const heard = await new Promise((done) => {
      const began = performance.now();
      let floor = 0.01, spoke = 0, last = began;
      const watch = setInterval(() => {
        meter.getFloatTimeDomainData(levels);
        const level = Math.sqrt(levels.reduce((sum, each) => sum + each * each, 0) / levels.length), now = performance.now();
        if (level > Math.max(0.008, 3 * floor)) { spoke += 50; last = now; } else { floor = 0.95 * floor + 0.05 * level; }
        const silence = spoke >= 150 ? 1000 * Number($("patience").value) : 8000;
        if (now - last > silence || now - began > 55000) { finish(spoke >= 150); }
      }, 50);
      const finish = (good) => { clearInterval(watch); stopListening = null; recorder.onstop = () => done(good); recorder.stop(); };
      stopListening = () => finish(false);
      recorder.start();
      say("Listening.");
    });
    for (const track of stream.getTracks()) { track.stop(); }
    await tone(context, [659, 523]);
    await context.close();
    return heard ? new Blob(pieces, { type: recorder.mimeType }) : null;
  }

  async function tone(context, notes) {
    if (!speaks()) { return; }
    for (const [place, hertz] of notes.entries()) {
      const note = context.createOscillator(), soft = context.createGain(), at = context.currentTime + 0.09 * place;
      note.frequency.value = hertz;
      soft.gain.setValueAtTime(0, at);
      soft.gain.linearRampToValueAtTime(0.12, at + 0.03);
      soft.gain.linearRampToValueAtTime(0, at + 0.09);
      note.connect(soft).connect(context.destination);
      note.start(at);
      note.stop(at + 0.09);
    }
    await new Promise((done) => setTimeout(done, 200));
  }

  async function loop() {
    let lock = null, found = { listens: true };
    looping = true;
    talk.setAttribute("aria-pressed", "true");
    talk.textContent = "Stop";
    try {
      lock = navigator.wakeLock ? await navigator.wakeLock.request("screen").catch(() => null) : null;
      while (looping && found.listens) {
        const recording = await listen();
        if (!looping) { break; }
        say("One moment.");
        const words = recording ? (await post("/api/listen", recording, recording.type || "audio/webm")).question : "";
        if (looping) { found = await ask(words); }
      }
    } catch (trouble) {
      const refused = trouble.name === "NotAllowedError", missing = trouble.name === "NotFoundError";
      say(refused ? "The microphone is not allowed. You can type your question." : missing ? "No microphone was found. You can type your question." : trouble.message || "That did not work. You can type your question.");
    }
    if (lock) { lock.release(); }
    end();
  }

  function end() {
    looping = false;
    if (stopListening) { stopListening(); }
    quiet();
    talk.setAttribute("aria-pressed", "false");
    talk.textContent = "Talk";
    if (["Listening.", "Speaking.", "One moment."].includes(status.textContent)) { say("Stopped."); }
  }

  // --- nothing stays, unless it was asked for ---------------------------------------------------------------------------
  function remember(now) {
    speed = now;
    if ($("remember").checked) { localStorage.setItem("speed", speed); } else { localStorage.removeItem("speed"); }
  }

  function hide() {
    end();
    state = {};
    log.replaceChildren();
    for (const input of document.querySelectorAll("input[name=state]")) { input.value = "{}"; }
    field.value = "";
    say("");
    $("main").hidden = true;
    $("hidden").hidden = false;
    $("again").focus();
  }

  async function start() {
    $("main").hidden = false;
    $("hidden").hidden = true;
    field.focus();
    show("", await post("/api/ask", JSON.stringify({ locale: form.elements.locale.value }), "application/json").then((found) => { state = found.state; return found; }));
  }

  // --- wiring -----------------------------------------------------------------------------------------------------------
  const asked = (event) => {
    event.preventDefault();
    const question = event.submitter && event.submitter.name === "question" ? event.submitter.value : field.value.trim();
    if (!question) { return; }
    field.value = "";
    ask(question).catch((trouble) => say(navigator.onLine ? trouble.message : "There is no connection just now. Please try again."));
  };
  form.addEventListener("submit", asked);
  $("moves").addEventListener("submit", asked);
  talk.addEventListener("click", () => (looping ? end() : loop()));
  $("hide").addEventListener("click", hide);
  $("again").addEventListener("click", start);
  $("patience").addEventListener("input", (event) => { $("patience-said").value = event.target.value; });
  $("remember").addEventListener("change", () => remember(speed || state.speed || "normal"));
  for (const each of document.querySelectorAll("input[name=voice]")) {
    each.addEventListener("change", () => { quiet(); log.setAttribute("aria-live", speaks() ? "off" : "polite"); });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") { return; }
    if (looping || !sound.paused) { end(); }
    if (event.timeStamp - escaped < 800) { hide(); }
    escaped = event.timeStamp;
  });
  addEventListener("offline", () => say("There is no connection just now."));
  addEventListener("online", () => say(""));
  addEventListener("pagehide", end);

  const kept = localStorage.getItem("speed");
  if (kept) { $("remember").checked = true; state.speed = kept; for (const input of document.querySelectorAll("input[name=state]")) { input.value = JSON.stringify(state); } }
  log.setAttribute("aria-live", "off");
  $("settings").hidden = $("hide").hidden = false;
  $("talking").hidden = !hears;
  for (const each of log.querySelectorAll("audio")) { each.remove(); }  // the page has one of its own
  if ("serviceWorker" in navigator) { navigator.serviceWorker.register("/sw.js").catch(() => {}); }
})();
