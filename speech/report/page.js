"use strict";
// One player for the whole page. The sentence that is being said is marked, from the sound's WebVTT captions.
(() => {
  const sounds = JSON.parse(document.getElementById("sounds").textContent);
  const audio = new Audio();
  let button = null, sentences = [];

  const mark = (place) => sentences.forEach((each, at) => each.classList.toggle("now", at === place));
  const stop = () => {
    audio.pause();
    mark(-1);
    if (button) { button.textContent = "Play"; button = null; }
  };
  const captions = (encoded) => {
    audio.replaceChildren();
    const track = document.createElement("track");
    track.kind = "captions";
    track.src = "data:text/vtt;base64," + encoded;
    audio.append(track);
    track.track.mode = "hidden";
    track.track.oncuechange = () => {
      const cue = track.track.activeCues && track.track.activeCues[0];
      if (cue) { mark(Math.min(Number(cue.id), sentences.length - 1)); }
    };
  };
  const start = (pressed) => {
    stop();
    button = pressed;
    button.textContent = "Stop";
    const turn = button.closest("li, article");
    sentences = [...turn.querySelectorAll(".sentences")].flatMap((list) => [...list.querySelectorAll(".sentence")]);
    captions(button.dataset.captions);
    audio.src = "data:audio/mpeg;base64," + sounds[button.dataset.sound];
    audio.play();
  };

  audio.addEventListener("ended", stop);
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest(".play");
    if (pressed) { pressed === button ? stop() : start(pressed); }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") { stop(); } });
})();
