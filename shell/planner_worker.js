// The exact planner in a worker: problems come as the bytes of their text, answers go piece by piece as text. Between
// two pieces the worker looks up: a newer problem ends the older one.

import createPlanner from 'planner';

const decoder = new TextDecoder();

const module = {
  instantiateWasm(imports, receive) {
    fetch(new URL('planner.wasm', self.location.href))
      .then((response) => response.arrayBuffer())
      .then((bytes) => WebAssembly.instantiate(bytes, imports))
      .then(
        ({ instance, module: compiled }) => receive(instance, compiled),
        // Thrown outside of the promise, so that the page hears of it (its onerror).
        (error) => setTimeout(() => { throw error; }),
      );
    return {};
  },
};
const planner = createPlanner(module);

let current = 0; // the job whose pieces are sought
const turns = new MessageChannel(); // a piece each; what came meanwhile is heard first

function open(problem) {
  const room = module._xueshi_planner_room(problem.length);
  module.HEAPU8.set(problem, room);
  module._xueshi_planner_open(room, problem.length);
}

turns.port1.onmessage = ({ data: job }) => {
  if (job !== current) return;
  const size = module._xueshi_planner_next();
  if (size === 0) return self.postMessage({ job, isLast: true });
  // The memory may have moved while solving: the view is read anew.
  const at = module._xueshi_planner_piece();
  self.postMessage({ job, answer: decoder.decode(module.HEAPU8.subarray(at, at + size)) });
  turns.port2.postMessage(job);
};

// Without a problem: nobody waits for the older one any more.
self.onmessage = async ({ data: { job, problem } }) => {
  await planner;
  current = job;
  self.postMessage({ job, isTaken: true });
  if (problem === undefined) return;
  open(problem);
  turns.port2.postMessage(job);
};
