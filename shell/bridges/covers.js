// Fields show their own text, above everything painted. Where a menu, a toast or a dialog is
// painted over a field, the field is cut out, so that its text does not shine through.

import { STATE } from "./roles.js";

const clipped = new Set(); // elements of fields that are cut
let wasDimmed = false;

export function isCover({ state, role }) {
  return (state & STATE.overlay) !== 0 || role === "Dialog";
}

// Overlays, and dialogs unless they hold an overlay themselves: a menu is a dialog as large as the
// page, whose painted part is an overlay in it.
function findCovers(nodes) {
  const overlays = [];
  const dialogs = [];
  for (const node of nodes) {
    if (node.state & STATE.overlay) overlays.push(node.element);
    else dialogs.push(node.element);
  }
  const painted = dialogs.filter(
    (dialog) => !overlays.some((overlay) => dialog.contains(overlay)),
  );
  return { covers: [...overlays, ...painted], isDimmed: painted.length > 0 };
}

function liesAbove(cover, field) {
  return (
    !cover.contains(field) &&
    (field.compareDocumentPosition(cover) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  );
}

// The field's outline with holes, in its own coordinates; empty when nothing touches it.
function outlineWithHoles(area, covers) {
  let holes = "";
  for (const cover of covers) {
    const left = Math.max(cover.left, area.left) - area.left;
    const top = Math.max(cover.top, area.top) - area.top;
    const right = Math.min(cover.right, area.right) - area.left;
    const bottom = Math.min(cover.bottom, area.bottom) - area.top;
    if (left < right && top < bottom) holes += `M${left} ${top}H${right}V${bottom}H${left}Z`;
  }
  if (!holes) return "";
  return `path(evenodd, "M0 0H${area.width}V${area.height}H0Z${holes}")`;
}

// After each frame, with the nodes that are covers; costs nothing while nothing covers anything.
export function cutOut(root, nodes) {
  if (nodes.size === 0 && clipped.size === 0 && !wasDimmed) return;
  const { covers, isDimmed } = findCovers(nodes);
  if (isDimmed !== wasDimmed) root.classList.toggle("dimmed", isDimmed); // the scrim is painted
  wasDimmed = isDimmed;
  for (const field of clipped) field.style.clipPath = "";
  clipped.clear();
  if (covers.length === 0) return;
  for (const field of root.querySelectorAll(".field")) {
    const above = covers.filter((cover) => liesAbove(cover, field));
    const rects = above.map((cover) => cover.getBoundingClientRect());
    const outline = outlineWithHoles(field.getBoundingClientRect(), rects);
    if (!outline) continue;
    field.style.clipPath = outline;
    clipped.add(field);
  }
}
