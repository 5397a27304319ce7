// Pictures, films, voices, music and files inside a bubble, and the viewer that shows one of them large.

import { h, icon } from "./dom.js";
import { clock, say, size } from "./words.js";

export const KINDS = ["photo", "video", "animation", "voice", "audio", "video_note", "document"];
const SEEN = new Set(["photo", "video", "animation"]);
const address = (fileId) => `/sim/files/${encodeURIComponent(fileId)}`;

/** Returns which kind of file a message holds, if any. */
export const kindOf = (message) => KINDS.find((kind) => kind in message);

/** Returns the element for one message's file, or for all files of an album. */
export function media(messages, viewer) {
  const kind = kindOf(messages[0]);
  if (!kind) return null;
  if (SEEN.has(kind)) return tiles(messages, viewer);
  const rows = messages.map((message) =>
    ({ voice, audio, video_note: round, document: file })[kindOf(message)](message),
  );
  return h("div", { class: "files" }, rows);
}

function tiles(messages, viewer) {
  const shown = messages.map((message, index) => tile(message, () => viewer.open(messages, index)));
  if (messages.length === 1) shown[0].style.aspectRatio = ratio(messages[0]);
  return h("div", { class: `tiles count-${messages.length}`, "data-testid": "tiles" }, shown);
}

const largest = (message) => message.photo?.at(-1) ?? message.video ?? message.animation;
const ratio = (message) => `${largest(message).width || 9} / ${largest(message).height || 16}`;

function tile(message, open) {
  const kind = kindOf(message);
  const held = largest(message);
  const poster = kind === "photo" ? held : held.thumbnail;
  const picture = poster
    ? h("img", { src: address(poster.file_id), alt: message.caption ?? say(kind), loading: "lazy" })
    : null;
  const length = kind === "video" ? h("span", { class: "length" }, clock(held.duration)) : null;
  const film = kind === "animation" ? loop(held) : picture;
  const isHidden = message.has_media_spoiler;
  const press = (event) => {
    event.stopPropagation();
    const veiled = event.currentTarget.classList.contains("veiled");
    event.currentTarget.classList.remove("veiled");
    if (!veiled) open();
  };
  return h(
    "button",
    {
      type: "button",
      class: `tile ${kind} ${isHidden ? "veiled" : ""}`,
      "aria-label": `${say("open")}: ${say(kind)}`,
      "data-testid": `open-${kind}`,
      onclick: press,
    },
    film,
    kind === "video" ? h("span", { class: "disc" }, icon("play")) : null,
    length,
  );
}

const loop = (held) => {
  const film = h("video", { src: address(held.file_id), muted: true, loop: true, playsinline: true, autoplay: true });
  film.muted = true;
  return film;
};

let playing = null;

/** Pauses what is heard, so that one thing sounds at a time; `next` sounds from now on. */
function hush(next) {
  if (playing !== next) playing?.pause();
  playing = next;
}

/** A player of sound: button, something that shows the progress, time. */
function player(message, kind, body, onProgress) {
  const held = message[kind];
  const sound = new Audio();
  sound.preload = "none";
  const button = h(
    "button",
    { type: "button", class: "disc", "aria-label": say("play"), "data-testid": `play-${kind}` },
    icon("play"),
  );
  const shown = h("span", { class: "length" }, clock(held.duration));
  const redraw = () => {
    button.replaceChildren(icon(sound.paused ? "play" : "pause"));
    button.setAttribute("aria-label", say(sound.paused ? "play" : "pause"));
    const whole = Number.isFinite(sound.duration) ? sound.duration : held.duration || 1;
    shown.textContent = clock(sound.currentTime > 0 && !sound.ended ? sound.currentTime : held.duration);
    onProgress(sound.ended ? 0 : sound.currentTime / whole);
  };
  for (const name of ["play", "pause", "timeupdate", "ended"]) sound.addEventListener(name, redraw);
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    sound.src ||= address(held.file_id);
    if (sound.paused) {
      hush(sound);
      sound.play().catch(() => {});
    } else sound.pause();
  });
  const seek = (fraction) => {
    if (Number.isFinite(sound.duration)) sound.currentTime = fraction * sound.duration;
  };
  return {
    element: h("div", { class: `sound ${kind}` }, button, h("div", { class: "track" }, body(seek), shown)),
    address: address(held.file_id),
  };
}

const BARS = 40;

function voice(message) {
  const bars = Array.from({ length: BARS }, () => h("i"));
  const wave = h("div", { class: "wave", "aria-hidden": "true" }, bars);
  const progress = (fraction) => bars.forEach((bar, index) => bar.classList.toggle("done", index / BARS < fraction));
  const made = player(
    message,
    "voice",
    (seek) => {
      wave.addEventListener("click", (event) => {
        event.stopPropagation();
        seek(event.offsetX / wave.clientWidth);
      });
      return wave;
    },
    progress,
  );
  loudness(made.address).then((heights) =>
    bars.forEach((bar, index) => bar.style.setProperty("height", `${heights[index]}%`)),
  );
  return made.element;
}

/** Returns how loud each part of a sound is, 12 to 100. */
async function loudness(source) {
  try {
    const bytes = await (await fetch(source)).arrayBuffer();
    const samples = (await new OfflineAudioContext(1, 1, 16000).decodeAudioData(bytes)).getChannelData(0);
    const step = Math.max(1, Math.floor(samples.length / BARS));
    const peaks = Array.from({ length: BARS }, (_, index) =>
      samples.subarray(index * step, (index + 1) * step).reduce((most, one) => Math.max(most, Math.abs(one)), 0),
    );
    const most = Math.max(...peaks, 0.01);
    return peaks.map((peak) => 12 + (88 * peak) / most);
  } catch {
    return Array.from({ length: BARS }, (_, index) => 30 + 25 * Math.sin(index));
  }
}

function audio(message) {
  const { title, performer, file_name: name } = message.audio;
  const bar = h("input", { type: "range", min: 0, max: 1000, value: 0, "aria-label": say("position") });
  const progress = (fraction) => {
    bar.value = fraction * 1000;
    bar.style.setProperty("--done", `${fraction * 100}%`);
  };
  const names = h(
    "div",
    { class: "names" },
    h("strong", {}, title ?? name ?? say("audio")),
    performer ? h("span", {}, performer) : null,
  );
  return player(
    message,
    "audio",
    (seek) => {
      bar.addEventListener("input", () => seek(bar.value / 1000));
      return h("div", {}, names, bar);
    },
    progress,
  ).element;
}

function round(message) {
  const film = h("video", {
    class: "round",
    src: address(message.video_note.file_id),
    controls: true,
    playsinline: true,
    preload: "metadata",
  });
  return film;
}

function file(message) {
  const { file_id: id, file_name: name = say("document"), file_size: bytes = 0, thumbnail } = message.document;
  const suffix = name.includes(".") ? name.split(".").pop().slice(0, 4) : "";
  const face = thumbnail
    ? h("img", { src: address(thumbnail.file_id), alt: "" })
    : h("span", { class: "disc" }, suffix ? h("b", {}, suffix) : icon("file"));
  return h(
    "a",
    {
      class: "file",
      href: address(id),
      download: name,
      "aria-label": `${say("download")}: ${name}`,
      "data-testid": "file",
      onclick: (event) => event.stopPropagation(),
    },
    face,
    h("span", { class: "names" }, h("strong", {}, name), h("span", {}, size(bytes))),
  );
}

/** Shows pictures and films large, over a phone's whole screen. */
export class Viewer {
  #stage;
  #dialog;
  #messages = [];
  #index = 0;

  /** `stage` opens and closes sheets over a phone's screen. */
  constructor(stage) {
    this.#stage = stage;
    this.#dialog = h("dialog", { class: "viewer", "aria-label": say("open"), "data-testid": "viewer" });
    this.#dialog.addEventListener("keydown", (event) => {
      if (event.key === "ArrowRight") this.#go(1);
      if (event.key === "ArrowLeft") this.#go(-1);
    });
  }

  open(messages, index) {
    this.#messages = messages;
    this.#index = index;
    hush(null);
    this.#stage.open(this.#dialog);
    this.#show();
  }

  #go(step) {
    this.#index = (this.#index + step + this.#messages.length) % this.#messages.length;
    this.#show();
  }

  #show() {
    const message = this.#messages[this.#index];
    const held = largest(message);
    const source = address(held.file_id);
    const shown = message.photo
      ? h("img", { src: source, alt: message.caption ?? say("photo") })
      : h("video", {
          src: source,
          poster: held.thumbnail ? address(held.thumbnail.file_id) : undefined,
          controls: true,
          autoplay: true,
          playsinline: true,
          loop: "animation" in message,
        });
    const button = (name, label, press) =>
      h(
        "button",
        {
          type: "button",
          class: `round ${name}`,
          "aria-label": label,
          onclick: press,
          "data-testid": `viewer-${name}`,
        },
        icon(name === "close" ? "close" : "back"),
      );
    const many = this.#messages.length > 1;
    this.#dialog.replaceChildren(
      shown,
      button("close", say("close"), () => this.#stage.close(this.#dialog)),
      many ? button("previous", say("previous"), () => this.#go(-1)) : "",
      many ? button("next", say("next"), () => this.#go(1)) : "",
      message.caption && message.photo ? h("p", {}, message.caption) : "",
    );
    this.#dialog.querySelector(".close").focus();
  }
}
