// The exact planner in a worker: problems come as text, answers go as text ('' when there is none).

import createPlanner from 'planner';

const encoder = new TextEncoder();
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

function solve(problem) {
  const bytes = encoder.encode(problem);
  const room = module._xueshi_planner_room(bytes.length);
  module.HEAPU8.set(bytes, room);
  const size = module._xueshi_planner_solve(room, bytes.length);
  // The memory may have moved while solving: the view is read anew.
  const at = module._xueshi_planner_answer();
  return decoder.decode(module.HEAPU8.subarray(at, at + size));
}

self.onmessage = async ({ data: { job, problem } }) => {
  await planner;
  self.postMessage({ job, answer: solve(problem) });
};
