// This service as the ear: records until the person has been silent for a while. The microphone is off at every other time.
import { post } from "./ask.js";
import { closes, opens } from "./tone.js";
import { $, say, words } from "./words.js";

const EVERY = 50, LONGEST = 55000, NOBODY = 8000, SPOKE = 150;  // milliseconds
export const can = !!(navigator.mediaDevices && window.MediaRecorder) && document.body.dataset.hears === "yes";
export const patience = () => 1000 * Number($("patience").value);
let finish = null, stopped = false;

export const stop = () => { stopped = true; if (finish) { finish(false); } };

export async function hear() {
  const recording = await record();
  if (!recording) { return ""; }
  say(words.one_moment);
  return (await post("/api/listen", recording, recording.type || "audio/webm")).question;
}

async function record() {
  stopped = false;
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } });
  await opens();
  const recording = stopped ? null : await until(stream);
  for (const track of stream.getTracks()) { track.stop(); }
  if (!stopped) { await closes(); }
  return recording;
}

async function until(stream) {
  const context = new AudioContext(), recorder = new MediaRecorder(stream), pieces = [];
  recorder.ondataavailable = (event) => pieces.push(event.data);
  const good = await new Promise((done) => {
    const watch = watchLevel(context, stream, (spoke) => finish(spoke));
    finish = (spoke) => { clearInterval(watch); finish = null; recorder.onstop = () => done(spoke); recorder.stop(); };
    recorder.start();
    say(words.listening);
  });
  context.close();
  return good ? new Blob(pieces, { type: recorder.mimeType }) : null;
}

// Loud is three times the room; calls `ended` when it has been quiet for as long as the person wants, or far too long.
function watchLevel(context, stream, ended) {
  const meter = context.createAnalyser(), levels = new Float32Array(1024), began = performance.now();
  let floor = 0.01, spoke = 0, last = began;
  meter.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(meter);
  return setInterval(() => {
    meter.getFloatTimeDomainData(levels);
    const level = Math.sqrt(levels.reduce((sum, each) => sum + each * each, 0) / levels.length), now = performance.now();
    if (level > Math.max(0.008, 3 * floor)) { spoke += EVERY; last = now; } else { floor = 0.95 * floor + 0.05 * level; }
    const silence = spoke >= SPOKE ? patience() : NOBODY;
    if (now - last > silence || now - began > LONGEST) { ended(spoke >= SPOKE); }
  }, EVERY);
}
