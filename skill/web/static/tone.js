// Two soft notes: rising before the microphone opens, falling after it closed.
import { speaks } from "./voice.js";

export const opens = () => tone(523, 659);
export const closes = () => tone(659, 523);

async function tone(...notes) {
  if (!speaks()) { return; }
  const context = new AudioContext();
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
  context.close();
}
