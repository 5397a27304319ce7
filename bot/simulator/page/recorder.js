// Records the microphone. Without one, nothing can be recorded, and the page says so.

export class Recorder {
  #recorder = null;
  #parts = [];

  /** Begins to record; returns whether there is a microphone that may be used. */
  async start() {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      this.#parts = [];
      this.#recorder = new MediaRecorder(stream);
      this.#recorder.addEventListener("dataavailable", (event) => this.#parts.push(event.data));
      this.#recorder.start();
      return true;
    } catch {
      return false;
    }
  }

  /** Ends the recording and returns it; the microphone is let go. */
  async stop() {
    const recorder = this.#recorder;
    const ended = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
    recorder.stop();
    await ended;
    recorder.stream.getTracks().forEach((track) => track.stop());
    return new Blob(this.#parts, { type: recorder.mimeType });
  }
}
