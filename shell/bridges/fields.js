// Text fields of the plane: real inputs whose own text is what is seen, so that Chinese
// composition, phone keyboards, paste, undo and password managers are the browser's.
//
// Text goes to the program when no composition is under way, and comes back with the next frames.
// What is being composed is never overwritten: a written value would start a second composition and
// leave debris.

const SETTLED_FRAMES = 3; // how long the program may take to answer a change

export function createFields({ report }) {
  // node → what is known about the field's text
  const states = new WeakMap();
  const changed = new Set(); // fields typed in, until the program's value agrees

  function stateOf(node) {
    let state = states.get(node);
    if (!state) states.set(node, (state = { isComposing: false, reported: [], age: 0 }));
    return state;
  }

  function reportText(node) {
    const state = stateOf(node);
    const text = node.element.value;
    if (state.reported.at(-1) === text) return; // compositionend after the last input: told already
    state.reported.push(text);
    state.age = 0;
    changed.add(node);
    report(node, text);
  }

  function writeText(node, text) {
    const { element } = node;
    if (element.value === text) return;
    element.value = text; // puts the caret at the end
    states.delete(node);
    changed.delete(node);
  }

  return {
    isComposing: (node) => stateOf(node).isComposing,

    compositionStarted(node) {
      stateOf(node).isComposing = true;
    },

    compositionEnded(node) {
      stateOf(node).isComposing = false;
      reportText(node);
    },

    typed(node, event) {
      const state = stateOf(node);
      // Some keyboards end a composition without saying so.
      if (!event.isComposing && state.isComposing) state.isComposing = false;
      if (!event.isComposing) reportText(node);
    },

    // The program's value came with a patch. Echoes of what was typed meanwhile are not written
    // back.
    valueArrived(node) {
      const state = stateOf(node);
      const { value } = node;
      if (state.isComposing) return;
      const echo = state.reported.lastIndexOf(value);
      if (echo >= 0) {
        state.reported.splice(0, echo);
        if (node.element.value === value) changed.delete(node);
        return;
      }
      writeText(node, value);
    },

    // After each frame: a change the program did not take within some frames was refused.
    frameEnded() {
      for (const node of changed) {
        const state = stateOf(node);
        if (!node.element.isConnected || node.element.value === node.value) {
          changed.delete(node);
          state.reported.length = 0;
        } else if (!state.isComposing && ++state.age >= SETTLED_FRAMES) {
          writeText(node, node.value);
        }
      }
    },
  };
}
