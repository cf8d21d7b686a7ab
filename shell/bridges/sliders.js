// Sliders of the plane: native ranges over a few stops. The program hears of steps and answers with
// the place it settled on.

const SETTLED_FRAMES = 3; // how long the program may take to answer

export function createSliders({ report }) {
  const moved = new Map(); // node → { place, age }: reported and not yet answered

  function write(node) {
    node.element.value = String(node.rowIndex);
  }

  return {
    moved(node) {
      const place = Number(node.element.value);
      // Counted from what was reported last: the program's answer comes some frames later.
      const before = moved.get(node)?.place ?? node.rowIndex;
      if (place === before) return;
      moved.set(node, { place, age: 0 });
      report(node, place - before);
    },

    placeArrived(node) {
      if (moved.get(node)?.place === node.rowIndex) moved.delete(node);
      if (!moved.has(node)) write(node);
    },

    // After each frame: a step the program did not take within some frames was refused.
    frameEnded() {
      for (const [node, waiting] of moved) {
        if (++waiting.age < SETTLED_FRAMES) continue;
        moved.delete(node);
        write(node);
      }
    },
  };
}
