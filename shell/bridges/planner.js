// The planner's worker (web/ports/planner.h). Only the last job is answered; a worker that is still busy with
// an older one is ended, so that nobody waits for an answer nobody wants.

import { ByteWriter } from "./bytes.js";

export function createPlanner({ heap, onAnswer }) {
  let worker = null;
  let running = 0; // the job under way
  const answers = [];

  function put(job, answer) {
    if (job !== running) return;
    running = 0;
    answers.push({ job, answer });
    onAnswer();
  }

  function prepare() {
    if (worker) return;
    worker = new Worker(new URL("planner_worker.js", document.baseURI), { type: "module" });
    worker.onmessage = ({ data }) => put(data.job, data.answer);
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      worker = null;
      put(running, "");
    };
  }

  return {
    prepare,
    start(job, problem) {
      if (running && worker) {
        worker.terminate();
        worker = null;
      }
      running = job;
      prepare();
      worker.postMessage({ job, problem });
    },
    // Keeps the next answer for the program to take; 0 when there is none.
    next() {
      const next = answers.shift();
      if (!next) return 0;
      return heap.result(new ByteWriter().u32(next.job).string(next.answer).finish());
    },
  };
}
