// The planner's worker (web/ports/planner.h). Only the last job is answered. A worker looks up between the pieces
// of an answer, and takes a newer job then; one that is too long at a piece is ended, so that nobody waits for an
// answer nobody wants. A problem is the bytes of its text, for bytes are copied faster than text.

import { ByteWriter } from "./bytes.js";

const PATIENCE_MS = 60; // a new worker is at work after about as long

export function createPlanner({ heap, onAnswer }) {
  let worker = null;
  let isAwake = false; // it has its program: until then it is never ended for being slow
  let running = 0; // the job under way
  let waiting = null; // the message the worker has not taken yet
  let patience = 0;
  const answers = [];

  function put(job, answer) {
    if (job !== running) return;
    answers.push({ job, answer });
    onAnswer();
  }

  function hear({ job, answer, isTaken, isLast }) {
    isAwake = true;
    if (isTaken && waiting?.job === job) {
      waiting = null;
      clearTimeout(patience);
    }
    if (isLast && job === running) running = 0;
    if (answer !== undefined) put(job, answer);
  }

  function prepare() {
    if (worker) return;
    worker = new Worker(new URL("planner_worker.js", document.baseURI), { type: "module" });
    worker.onmessage = ({ data }) => hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      end();
      put(running, "");
      running = 0;
    };
  }

  function end() {
    worker?.terminate();
    worker = null;
    isAwake = false;
    waiting = null;
    clearTimeout(patience);
  }

  function send(message) {
    prepare();
    waiting = message;
    worker.postMessage(message);
  }

  // `isBusy`: the worker may be in the middle of a piece.
  function sendSoon(message, isBusy) {
    clearTimeout(patience);
    send(message);
    if (!isBusy || !isAwake) return;
    patience = setTimeout(() => {
      const unheard = waiting;
      end();
      if (unheard?.problem !== undefined) send(unheard);
    }, PATIENCE_MS);
  }

  return {
    prepare,
    start(job, problem) {
      const isBusy = running !== 0 || waiting !== null;
      running = job;
      sendSoon({ job, problem }, isBusy);
    },
    stop() {
      if (running === 0) return;
      running = 0;
      sendSoon({ job: 0 }, true);
    },
    // Keeps the next answer for the program to take; 0 when there is none.
    next() {
      const next = answers.shift();
      if (!next) return 0;
      return heap.result(new ByteWriter().u32(next.job).string(next.answer).finish());
    },
  };
}
