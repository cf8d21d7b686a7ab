// What happens on the plane's elements, as inputs for the program. Keyboard, mouse, touch, voice
// and screen reader all end in the same `click`, `input`, `focus` and `scroll` events.

import { STATE } from "./roles.js";

// ui::Input::Kind
export const INPUT = {
  activate: 0,
  focus: 1,
  blur: 2,
  text: 3,
  scrolled: 4,
  stepped: 5,
  dismiss: 6,
  hover: 7,
  press: 8,
  dragged: 9,
  draggedOver: 10,
  dropped: 11,
};

const FOCUSABLE = 'button:not([tabindex="-1"]), a[href], input, textarea';

export function listenToPlane({
  stage, root, nodeOf, fields, sliders, report, topDialog, scrolled, focusLeft,
}) {
  const pointer = { x: 0, y: 0, isPresent: false, isDown: false, isTouch: false };
  let hovered = 0;
  let pressed = 0;

  const isDisabled = (node) => (node.state & STATE.disabled) !== 0;

  function actingNode(target) {
    const element = target instanceof Element ? target.closest(".acts") : null;
    return element ? nodeOf.get(element) : undefined;
  }

  function listen(type, handle, options) {
    root.addEventListener(type, handle, options);
  }

  // --- activation

  listen("submit", (event) => event.preventDefault());

  listen("click", (event) => {
    const node = actingNode(event.target);
    if (!node?.kind.acts) return;
    if (isDisabled(node)) {
      event.preventDefault();
      return;
    }
    if (node.role === "Link") {
      const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
      if (opensElsewhere || node.element.origin !== location.origin) return;
      event.preventDefault();
    }
    report(INPUT.activate, node.id);
  });

  // --- keyboard

  function isComposing(event, node) {
    if (event.isComposing || event.keyCode === 229) return true;
    return Boolean(node?.kind.isField) && fields.isComposing(node);
  }

  function submit(event, node) {
    if (node.role === "TextArea" || !node.kind.isField) return;
    event.preventDefault();
    if (node.state & STATE.enterSubmits) report(INPUT.activate, node.id);
  }

  // Arrow keys within a set of tabs or radio buttons; the one reached is chosen at once.
  function rove(event, node, step) {
    const set = [...node.element.parentElement.children]
      .map((child) => nodeOf.get(child))
      .filter((member) => member?.role === node.role && !isDisabled(member));
    const next = set[(set.indexOf(node) + step + set.length) % set.length];
    event.preventDefault();
    if (next === node || next === undefined) return;
    next.element.focus();
    report(INPUT.activate, next.id);
  }

  // Up and down in a grid: the same control of the neighbouring row.
  function stepRow(event, row, step) {
    const controls = [...row.querySelectorAll(FOCUSABLE)];
    const column = controls.indexOf(event.target);
    let next = row;
    do {
      next = step > 0 ? next.nextElementSibling : next.previousElementSibling;
    } while (next && !next.querySelector(FOCUSABLE));
    if (!next || column < 0) return;
    event.preventDefault();
    const there = next.querySelectorAll(FOCUSABLE);
    there[Math.min(column, there.length - 1)].focus();
  }

  // A button may have a key of its own (ui::Role::Button), for where nobody types.
  function pressByKey(event, node) {
    const isTyping = node?.kind.isField || node?.role === "Slider";
    if (isTyping || topDialog() || event.altKey || event.ctrlKey || event.metaKey) return false;
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
    if (!/^\w+$/.test(key) || (node?.kind.roves && key in STEPS)) return false;
    const button = nodeOf.get(root.querySelector(`[aria-keyshortcuts=${key}]`));
    if (!button || isDisabled(button)) return false;
    event.preventDefault();
    report(INPUT.activate, button.id);
    return true;
  }

  const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

  // On the document: a key counts though nothing has the focus.
  document.addEventListener("keydown", (event) => {
    const node = nodeOf.get(event.target);
    if (isComposing(event, node) || pressByKey(event, node)) return;
    if (event.key === "Enter" && node) submit(event, node);
    if (event.key === "Escape") {
      const dialog = topDialog();
      report(INPUT.dismiss, dialog ? dialog.id : (node?.id ?? 0));
    }
    const step = STEPS[event.key];
    if (!step || !node || event.altKey || event.ctrlKey || event.metaKey) return;
    if (node.kind.roves) rove(event, node, step);
    else if (node.kind.acts && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const row = event.target.closest("[role=row]");
      if (row) stepRow(event, row, step);
    }
  });

  // --- text and sliders

  listen("compositionstart", (event) => {
    const node = nodeOf.get(event.target);
    if (node) fields.compositionStarted(node);
  });

  listen("compositionend", (event) => {
    const node = nodeOf.get(event.target);
    if (node) fields.compositionEnded(node);
  });

  listen("input", (event) => {
    const node = nodeOf.get(event.target);
    if (!node) return;
    if (node.kind.isField) fields.typed(node, event);
    if (node.role === "Slider") sliders.moved(node);
  });

  // --- focus

  listen("focusin", (event) => {
    const node = nodeOf.get(event.target);
    if (node && event.target.matches(":focus-visible")) report(INPUT.focus, node.id);
  });

  listen("focusout", (event) => {
    const node = nodeOf.get(event.target);
    if (node) report(INPUT.blur, node.id);
    queueMicrotask(focusLeft);
  });

  // --- scrolling is the browser's own

  listen(
    "scroll",
    (event) => {
      const node = nodeOf.get(event.target);
      if (node) scrolled(node);
      // Focusing something out of sight may scroll what must not be scrolled.
      else if (event.target === root) root.scrollTo(0, 0);
    },
    { capture: true, passive: true },
  );

  // --- the pointer, for looks

  function setHovered(id) {
    if (id === hovered) return;
    hovered = id;
    report(INPUT.hover, id);
  }

  function setPressed(id) {
    if (id === pressed) return;
    pressed = id;
    report(INPUT.press, id);
  }

  function follow(event) {
    pointer.x = event.clientX - stage.offsetLeft;
    pointer.y = event.clientY - stage.offsetTop;
    pointer.isTouch = event.pointerType === "touch";
    pointer.isPresent = !pointer.isTouch || pointer.isDown;
  }

  listen("pointermove", follow, { passive: true });

  listen("pointerover", (event) => {
    follow(event);
    const node = actingNode(event.target);
    setHovered(pointer.isTouch || !node || isDisabled(node) ? 0 : node.id);
  });

  listen("pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    pointer.isDown = true;
    follow(event);
    const node = actingNode(event.target);
    setPressed(node && !isDisabled(node) ? node.id : 0);
  });

  function release(event) {
    if (!event.isPrimary) return;
    pointer.isDown = false;
    follow(event);
    setPressed(0);
  }
  for (const type of ["pointerup", "pointercancel"]) addEventListener(type, release);

  root.addEventListener("pointerleave", () => {
    pointer.isPresent = false;
    setHovered(0);
  });

  return pointer;
}
