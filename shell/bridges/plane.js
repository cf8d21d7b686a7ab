// The input and semantics plane: applies the program's patches to real elements above the canvas,
// and reports what people and assistive technology do with them (plane_events.js).
//
// Document order is the order of the tree. An element is never made anew while its node is listed;
// one that holds the focus stays even when its row was scrolled out of the window, until the focus
// leaves it. Rows without the focus leave their elements to those that come (recycling.js).

import { ByteWriter } from "./bytes.js";
import { cutOut, isCover } from "./covers.js";
import { createFields } from "./fields.js";
import { createSliders } from "./sliders.js";
import { listenToPlane, INPUT } from "./plane_events.js";
import { readPatch } from "./plane_patch.js";
import { createRecycling } from "./recycling.js";
import {
  CONTAINER_ROLES,
  ROLES,
  STATE,
  createNode,
  elementId,
  fillLive,
  kindOf,
  refill,
  updateNode,
} from "./roles.js";

function css(colour) {
  return `rgb(${colour & 255} ${(colour >>> 8) & 255} ${(colour >>> 16) & 255})`;
}

export function createPlane({ stage, root, polite, assertive, heap, isCoarse, wake }) {
  const nodes = new Map(); // id → node
  const nodeOf = new WeakMap(); // element → node
  const dialogs = []; // open ones, the topmost last
  const covers = new Set(); // nodes painted over others
  const described = new Set(); // ids of nodes that describe another
  const inert = []; // elements made inert for the topmost dialog
  const scrolled = new Set(); // regions whose offset changed since the last frame
  let inputs = []; // [kind, id, number, text]
  let leaving = []; // nodes of this patch that are to be removed
  const staying = new Set(); // removed nodes whose element still has the focus in it
  const parked = new Map(); // id → such a node, or one within it; taken up again when listed again
  let arrived = []; // nodes made by this patch
  let isReordered = false;
  let wantedFocus = null;

  function report(kind, id, number = 0, text = "") {
    const last = inputs.at(-1);
    const replaces = (kind === INPUT.hover || kind === INPUT.text) && last?.[0] === kind;
    if (replaces && (kind === INPUT.hover || last[1] === id)) inputs.pop();
    inputs.push([kind, id, number, text]);
    wake();
  }

  const recycling = createRecycling();

  const fields = createFields({ report: (node, text) => report(INPUT.text, node.id, 0, text) });

  const sliders = createSliders({ report: (node, steps) => report(INPUT.stepped, node.id, steps) });

  const pointer = listenToPlane({
    stage,
    root,
    nodeOf,
    fields,
    sliders,
    report,
    topDialog: () => dialogs.at(-1),
    scrolled(node) {
      scrolled.add(node);
      wake();
    },
    focusLeft: dropStaying,
  });

  function container(id) {
    return id === 0 ? { element: root, head: null } : nodes.get(id);
  }

  function moveBefore(parent, element, next) {
    const active = document.activeElement;
    const carriesFocus = element.contains(active);
    if (carriesFocus && element.isConnected && parent.moveBefore) parent.moveBefore(element, next);
    else parent.insertBefore(element, next);
    if (carriesFocus && document.activeElement !== active) active.focus({ preventScroll: true });
  }

  function dropStaying() {
    for (const node of staying) {
      const isBack = nodes.get(node.id) === node;
      if (!isBack && node.element.contains(document.activeElement)) continue;
      if (!isBack) node.element.remove();
      staying.delete(node);
    }
    if (staying.size === 0) parked.clear();
  }

  function updateRoving(parent) {
    const members = [...parent.element.children].map((child) => nodeOf.get(child));
    const roving = members.filter((node) => node?.kind.roves);
    if (roving.length === 0) return;
    const isOn = (node) => (node.state & (STATE.checked | STATE.selected)) !== 0;
    const chosen = roving.find(isOn) ?? roving[0];
    for (const node of roving) node.element.tabIndex = node === chosen ? 0 : -1;
    if (parent.role !== "Group") return;
    parent.containerRole = CONTAINER_ROLES[roving[0].role];
    parent.element.setAttribute("role", parent.containerRole);
  }

  function openDialog(dialog) {
    dialog.returnTo = document.activeElement;
    dialogs.push(dialog);
    const first = arrived.find(
      (node) => node.state & STATE.autofocus && dialog.element.contains(node.element),
    );
    wantedFocus ??= (first && !(first.kind.isField && isCoarse()) ? first : dialog).element;
  }

  function closeDialog(dialog) {
    const index = dialogs.indexOf(dialog);
    if (index < 0) return;
    dialogs.splice(index, 1);
    wantedFocus ??= dialog.returnTo?.isConnected ? dialog.returnTo : null;
  }

  function updateInert() {
    for (const element of inert.splice(0)) element.inert = false;
    const top = dialogs.at(-1);
    if (!top) return;
    for (let element = top.element; element !== root; element = element.parentElement) {
      for (const sibling of element.parentElement.children) {
        if (sibling === element) continue;
        sibling.inert = true;
        inert.push(sibling);
      }
    }
  }

  // The node that stands for a new id. What the patch does not tell of it has its default.
  function arrive(id, changes) {
    const kind = kindOf(changes.role);
    let node = parked.get(id);
    if (node?.kind !== kind) node = null;
    // What is being pressed, or what a dialog returns the focus to, must stay what it is.
    const isFree = dialogs.length === 0 && !pointer.isDown;
    if (!node && isFree) node = recycling.take(ROLES[changes.role], leaving);
    if (node) {
      if (described.has(node.id)) node.element.removeAttribute("id");
      node.id = id;
      refill(node, changes);
    } else {
      node = createNode(id, changes);
      nodeOf.set(node.element, node);
      arrived.push(node);
    }
    nodes.set(id, node);
    if (described.has(id)) node.element.id = elementId(id);
    return node;
  }

  // Only what another node refers to needs a name in the document.
  function describe(id) {
    if (described.has(id)) return;
    described.add(id);
    const node = nodes.get(id);
    if (node) node.element.id = elementId(id);
  }

  // What carries things comes when there is the first that can be carried.
  let drags = null;
  function expectDrags() {
    drags ??= import("/drags.js").then(({ listenToDrags }) => listenToDrags({ stage, root, nodeOf, report }));
  }

  const target = {
    theme({ canvas, ink, placeholder, accent, scrollThumb, isDark }) {
      const style = document.documentElement.style;
      style.setProperty("--canvas", css(canvas));
      style.setProperty("--ink", css(ink));
      style.setProperty("--placeholder", css(placeholder));
      style.setProperty("--accent", css(accent));
      style.setProperty("--scroll-thumb", css(scrollThumb));
      style.colorScheme = isDark ? "dark" : "light";
      for (const meta of document.querySelectorAll("meta[name=theme-color]")) {
        meta.removeAttribute("media");
        meta.content = css(canvas);
      }
    },

    remove(id) {
      const node = nodes.get(id);
      nodes.delete(id);
      covers.delete(node);
      leaving.push(node);
    },

    node(id, changes) {
      const node = nodes.get(id) ?? arrive(id, changes);
      updateNode(node, changes);
      if (changes.describedBy) describe(changes.describedBy);
      if (node.state & STATE.draggable) expectDrags();
      if (isCover(node)) covers.add(node);
      else covers.delete(node);
      if (node.kind.isField && changes.value !== undefined) fields.valueArrived(node);
      if (node.role === "Slider") sliders.placeArrived(node);
      if (node.kind.roves && changes.state !== undefined && node.element.parentElement) {
        updateRoving(nodeOf.get(node.element.parentElement) ?? { element: root });
      }
    },

    children(id, ids) {
      const parent = container(id);
      isReordered = true;
      let cursor = parent.head ? parent.head.nextSibling : parent.element.firstChild;
      // Elements that are about to go, or that only wait for their focus to leave, are passed over.
      const isListed = (element) =>
        nodes.get(nodeOf.get(element)?.id)?.element === element && !recycling.isUnplaced(element);
      let hasRoving = false;
      for (const child of ids) {
        const { element, kind } = nodes.get(child);
        hasRoving ||= kind.roves;
        recycling.placed(element);
        while (cursor && !isListed(cursor)) cursor = cursor.nextSibling;
        if (cursor === element) cursor = cursor.nextSibling;
        else moveBefore(parent.element, element, cursor);
      }
      if (hasRoving) updateRoving(parent);
    },

    focus(id) {
      wantedFocus = nodes.get(id)?.element ?? wantedFocus;
    },

    scroll(id, offset) {
      const node = nodes.get(id);
      if (!node) return;
      node.element.scrollTop = offset;
      node.offset = node.element.scrollTop;
      // A region that could not go so far says so.
      if (Math.abs(node.offset - offset) > 0.5) report(INPUT.scrolled, id, node.offset);
    },

    announce(isAssertive, text) {
      const region = isAssertive ? assertive : polite;
      // The same words twice are two messages.
      region.textContent = region.textContent === text ? `${text}\u00a0` : text;
    },
  };

  // The element of a removed node goes, unless it holds the focus and its list is still there.
  function finishRemovals() {
    leaving = recycling.finish(leaving);
    const active = document.activeElement;
    const gone = new Set(leaving.map((node) => node.element));
    let isFocusLost = false;
    for (const node of leaving) {
      if (node.role === "Dialog") closeDialog(node);
      const { element } = node;
      const parent = element.parentElement;
      if (!parent || gone.has(parent)) continue; // goes, or stays, with its parent
      const hasFocus = element.contains(active);
      if (hasFocus && parent.closest(".scroller")) {
        staying.add(node);
      } else {
        isFocusLost ||= hasFocus;
        element.remove();
      }
    }
    for (const top of staying) {
      for (const node of leaving) {
        if (top.element.contains(node.element)) parked.set(node.id, node);
      }
    }
    leaving = [];
    // Keyboard and screen reader go on from the new content, not from the top of the page.
    if (isFocusLost) wantedFocus ??= root.querySelector("main");
  }

  function finishArrivals() {
    for (const node of arrived) {
      if (node.role === "Dialog") openDialog(node);
    }
    const first = arrived.find((node) => node.state & STATE.autofocus);
    // A phone's keyboard must not jump up unasked.
    if (first && !(first.kind.isField && isCoarse())) wantedFocus ??= first.element;
    const live = arrived.filter((node) => node.kind.isLive);
    arrived = [];
    // A live region is announced when its text changes, so it must be there, empty, before.
    if (live.length > 0) setTimeout(() => live.forEach(fillLive), 50);
  }

  return {
    pointer,

    apply(patch) {
      if (patch.length > 0) {
        readPatch(patch, target);
        finishRemovals();
        finishArrivals();
        if (isReordered && (dialogs.length > 0 || inert.length > 0)) updateInert();
        isReordered = false;
        if (wantedFocus) wantedFocus.focus();
        wantedFocus = null;
        dropStaying();
      }
      cutOut(root, covers);
      fields.frameEnded();
      sliders.frameEnded();
    },

    // Writes the waiting inputs for the program and answers their size.
    inputs() {
      for (const node of scrolled) {
        const offset = node.element.scrollTop;
        if (offset === node.offset || nodes.get(node.id) !== node) continue;
        node.offset = offset;
        inputs.push([INPUT.scrolled, node.id, offset, ""]);
      }
      scrolled.clear();
      if (inputs.length === 0) return 0;
      const writer = new ByteWriter();
      for (const [kind, id, number, text] of inputs) {
        writer.u8(kind).u32(id).f32(number).string(text);
      }
      inputs = [];
      return heap.result(writer.finish());
    },
  };
}
