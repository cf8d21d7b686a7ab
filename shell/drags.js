// Things that a mouse or a pen carries from one place of the page to another. A finger scrolls instead: what can be
// carried can be pressed, too, and chosen where it goes.

import { INPUT } from "./bridges/plane_events.js";
import { STATE } from "./bridges/roles.js";

const FAR_ENOUGH = 6; // CSS px: less is a press

export function listenToDrags({ stage, root, nodeOf, report }) {
  let carried = null; // { node, x, y, ghost, over }; no ghost: not moved far enough yet

  const nodeWith = (element, bit) => {
    for (let at = element; at && at !== root; at = at.parentElement) {
      const node = nodeOf.get(at);
      if (node && node.state & bit) return node;
    }
    return null;
  };

  function begin() {
    const ghost = document.createElement("div");
    ghost.className = "ghost";
    [ghost.textContent] = carried.node.name.split(" · "); // the first of its facts
    stage.append(ghost);
    carried.ghost = ghost;
    report(INPUT.dragged, carried.node.id);
  }

  function move(event) {
    carried.ghost.style.transform = `translate(${event.clientX - stage.offsetLeft}px, ${event.clientY - stage.offsetTop}px)`;
    const under = document.elementsFromPoint(event.clientX, event.clientY);
    const over = under.map((element) => nodeWith(element, STATE.takesDrops)).find(Boolean) ?? null;
    if (over === carried.over) return;
    carried.over = over;
    report(INPUT.draggedOver, over?.id ?? 0);
  }

  function end(over) {
    const { ghost } = carried;
    carried = null;
    if (!ghost) return;
    ghost.remove();
    report(INPUT.dropped, over?.id ?? 0);
    // The click that follows belongs to the drag.
    const swallow = (event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    root.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => root.removeEventListener("click", swallow, { capture: true }));
  }

  root.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" || !event.isPrimary || event.button !== 0) return;
    const node = nodeWith(event.target, STATE.draggable);
    if (node) carried = { node, x: event.clientX, y: event.clientY, ghost: null, over: undefined };
  });
  addEventListener("pointermove", (event) => {
    if (!carried) return;
    if (!carried.ghost) {
      if (Math.hypot(event.clientX - carried.x, event.clientY - carried.y) < FAR_ENOUGH) return;
      begin();
    }
    move(event);
  });
  addEventListener("pointerup", () => carried && end(carried.over));
  addEventListener("pointercancel", () => carried && end(null));
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !carried?.ghost) return;
      event.stopPropagation();
      end(null);
    },
    { capture: true },
  );
}
