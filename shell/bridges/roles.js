// Which element stands for each role of the semantic tree (web/ui/semantics.h), and how a node's
// state is told to assistive technology.

// In the order of ui::Role.
export const ROLES = [
  "Group",
  "Main",
  "Navigation",
  "Heading",
  "Text",
  "Image",
  "Button",
  "Link",
  "Tab",
  "Checkbox",
  "Switch",
  "Radio",
  "Field",
  "PasswordField",
  "SearchField",
  "TextArea",
  "Slider",
  "List",
  "ListItem",
  "Grid",
  "Row",
  "Cell",
  "ColumnHeader",
  "ScrollRegion",
  "Dialog",
  "Status",
  "Alert",
  "Meter",
];

// Bits of ui::NodeState.
export const STATE = {
  disabled: 1,
  checked: 2,
  selected: 4,
  expanded: 8,
  hasPopup: 16,
  invalid: 32,
  autofocus: 64,
  enterSubmits: 128,
  readOnly: 256,
  required: 512,
  expandable: 1024,
  revealed: 2048,
  overlay: 4096,
  draggable: 8192,
  takesDrops: 16384,
};

// In the order of ui::Keyboard.
export const INPUT_MODES = ["text", "numeric", "decimal", "email", "tel"];

// acts: takes the pointer and is activated by a click. named: how the node's name becomes the
// element's, as its text or as aria-label. isPlain: a fresh element says the defaults already, so
// only what differs is written, and it can be filled anew (recycling.js).
const KINDS = {
  Group: { tag: "div", named: "label" },
  Main: { tag: "main", named: "label", tabIndex: -1 },
  Navigation: { tag: "nav", named: "label" },
  Heading: { tag: "h2", named: "text" },
  Text: { tag: "div", named: "text", isPlain: true },
  Image: { tag: "div", role: "img", named: "label", isPlain: true },
  Button: { tag: "button", named: "text", acts: true, isPlain: true },
  Link: { tag: "a", named: "text", acts: true },
  Tab: { tag: "button", role: "tab", named: "text", acts: true, roves: true },
  Checkbox: { tag: "button", role: "checkbox", named: "text", acts: true },
  Switch: { tag: "button", role: "switch", named: "text", acts: true },
  Radio: { tag: "button", role: "radio", named: "text", acts: true, roves: true },
  Field: { tag: "input", type: "text", named: "label", isField: true },
  PasswordField: { tag: "input", type: "password", named: "label", isField: true },
  SearchField: { tag: "input", type: "search", named: "label", isField: true },
  TextArea: { tag: "textarea", named: "label", isField: true },
  Slider: { tag: "input", type: "range", named: "label" },
  List: { tag: "div", role: "list", named: "label" },
  ListItem: { tag: "div", role: "listitem", named: "text", isPlain: true },
  Grid: { tag: "div", role: "grid", named: "label" },
  Row: { tag: "div", role: "row", named: "label", isPlain: true },
  Cell: { tag: "div", role: "gridcell", named: "text", isPlain: true },
  ColumnHeader: { tag: "div", role: "columnheader", named: "text", isPlain: true },
  ScrollRegion: { tag: "div", named: "label" },
  Dialog: { tag: "div", role: "dialog", named: "label", tabIndex: -1 },
  Status: { tag: "div", role: "status", named: "text", isLive: true },
  Alert: { tag: "div", role: "alert", named: "text", isLive: true },
  Meter: { tag: "div", role: "meter", named: "label" },
};

// Container whose role follows from what it holds.
export const CONTAINER_ROLES = { Tab: "tablist", Radio: "radiogroup" };

// What a node starts from; patches tell only what differs (ui::Node).
export const DEFAULTS = {
  state: 0,
  name: "",
  value: "",
  hint: "",
  autocomplete: "",
  describedBy: 0,
  contentHeight: 0,
  fontPx: 16,
  padding: [12, 12],
  rowCount: 0,
  rowIndex: 0,
  maxLength: 0,
  keyboard: 0,
};

export function kindOf(role) {
  return KINDS[ROLES[role]];
}

export function elementId(id) {
  return `n${id.toString(16)}`;
}

function setAttribute(element, name, value) {
  if (value === null || value === false || value === "") element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "true" : value);
}

const blanks = new Map(); // tag and role → an element to be copied

function blankElement(role, tag) {
  const key = tag + role;
  if (!blanks.has(key)) blanks.set(key, createElement(role, KINDS[role], tag));
  return blanks.get(key).cloneNode(false);
}

function createElement(role, kind, tag) {
  const element = document.createElement(tag);
  if (kind.role) element.setAttribute("role", kind.role);
  if (kind.type) element.type = kind.type;
  if (kind.tabIndex !== undefined) element.tabIndex = kind.tabIndex;
  element.classList.add(kind.isField ? "field" : role === "ScrollRegion" ? "scroller" : "node");
  if (kind.acts || kind.isField || role === "Slider") element.classList.add("acts");
  if (tag === "button") element.type = "button";
  if (role === "Dialog") element.setAttribute("aria-modal", "true");
  if (kind.isField) {
    element.autocapitalize = "off";
    element.spellcheck = false;
    element.autocomplete = "off";
  }
  return element;
}

// A fresh node with its element; `fields` are those of the patch that brought it.
export function createNode(id, fields) {
  const role = ROLES[fields.role];
  const kind = KINDS[role];
  const element = blankElement(role, role === "Heading" ? `h${fields.value || 2}` : kind.tag);
  const node = {
    id, role, kind, element,
    label: null, // the Text that carries the name
    head: null, // last child of the element that is not a node
    rect: null,
    ...DEFAULTS,
    spacer: null,
    isFilled: !kind.isLive,
    containerRole: null, // of a group that holds tabs or radio buttons
  };
  if (!kind.isPlain) completeFields(fields);
  if (role === "ScrollRegion") {
    node.spacer = document.createElement("div");
    node.spacer.className = "spacer";
    element.append(node.spacer);
    node.head = node.spacer;
  }
  return node;
}

// Content stays Chinese on an English page: a screen reader then changes its voice.
function tellLanguage(element, name) {
  const isChinese = document.documentElement.lang === "en" && /^[^a-z]*[\u4e00-\u9fff][^a-z]*$/i.test(name);
  if (isChinese) element.lang = "zh-CN";
  else if (element.lang) element.removeAttribute("lang");
}

function completeFields(fields) {
  for (const name of Object.keys(DEFAULTS)) fields[name] ??= DEFAULTS[name];
}

// Adds to the fields of a thing that is new to `node` the defaults they do not tell.
export function refill(node, fields) {
  if (!node.kind.isPlain) return completeFields(fields);
  if (node.rect) fields.rect ??= [0, 0, 0, 0];
  for (const name of Object.keys(DEFAULTS)) {
    if (node[name] !== DEFAULTS[name]) fields[name] ??= DEFAULTS[name];
  }
}

function writeName(node) {
  const { element, kind, role, name } = node;
  tellLanguage(element, name);
  if (kind.named === "label") {
    setAttribute(element, "aria-label", name);
    const groupRole = name ? "group" : null;
    if (role === "Group") setAttribute(element, "role", node.containerRole ?? groupRole);
    if (role === "ScrollRegion") setAttribute(element, "role", name ? "region" : null);
    return;
  }
  if (!node.label) {
    if (!name) return;
    node.label = document.createTextNode("");
    element.prepend(node.label);
    node.head ??= node.label;
  }
  if (node.label.data !== name) node.label.data = name;
}

function writeValue(node) {
  const { element, role, value } = node;
  if (role === "Link") element.setAttribute("href", value);
  if (role === "Button") setAttribute(element, "aria-keyshortcuts", value);
  if (role === "Slider") setAttribute(element, "aria-valuetext", value);
  if (role === "Meter") {
    const [now = 0, most = 100] = (value.match(/\d+(\.\d+)?/g) ?? []).map(Number);
    setAttribute(element, "aria-valuetext", value);
    element.setAttribute("aria-valuenow", String(now));
    element.setAttribute("aria-valuemin", "0");
    element.setAttribute("aria-valuemax", String(Math.max(now, most)));
  }
}

function writeState(node) {
  const { element, role, kind, state } = node;
  const has = (bit) => (state & bit) !== 0;
  if (kind.isField) {
    element.disabled = has(STATE.disabled);
    element.readOnly = has(STATE.readOnly);
    if (role === "PasswordField") element.type = has(STATE.revealed) ? "text" : "password";
    const submitHint = role === "SearchField" ? "search" : "go";
    element.enterKeyHint = has(STATE.enterSubmits) ? submitHint : "next";
    if (role === "TextArea") element.enterKeyHint = "enter";
    setAttribute(element, "aria-required", has(STATE.required));
  } else {
    // Still reachable, so that the reason can be read; the click is refused.
    setAttribute(element, "aria-disabled", has(STATE.disabled));
  }
  if (role === "Slider") element.disabled = has(STATE.disabled);
  setAttribute(element, "aria-invalid", has(STATE.invalid));
  if (role === "Checkbox" || role === "Switch" || role === "Radio") {
    element.setAttribute("aria-checked", String(has(STATE.checked)));
  }
  if (role === "Tab" || role === "Row" || role === "Cell") {
    const always = role === "Tab" ? "false" : null;
    setAttribute(element, "aria-selected", has(STATE.selected) ? "true" : always);
  }
  if (role === "Link") setAttribute(element, "aria-current", has(STATE.selected) ? "page" : null);
  if (role === "Button") setAttribute(element, "aria-pressed", has(STATE.selected));
  const expands = has(STATE.expandable) || has(STATE.expanded);
  setAttribute(element, "aria-expanded", expands ? String(has(STATE.expanded)) : null);
  setAttribute(element, "aria-haspopup", has(STATE.hasPopup));
}

function writeRows(node) {
  const { element, role, rowCount, rowIndex } = node;
  if (role === "Grid") setAttribute(element, "aria-rowcount", rowCount || null);
  if (role === "Row") setAttribute(element, "aria-rowindex", rowIndex || null);
  if (role === "ListItem") {
    setAttribute(element, "aria-posinset", rowIndex || null);
    setAttribute(element, "aria-setsize", rowIndex && rowCount ? rowCount : null);
  }
  if (role === "Slider") {
    element.min = "1";
    element.max = String(Math.max(1, rowCount));
    element.step = "1";
  }
}

function writeRect(node, rect) {
  const { style } = node.element;
  const before = node.rect;
  node.rect = rect;
  const [x, y, width, height] = rect;
  if (!before) {
    style.cssText = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
    return;
  }
  if (x !== before[0]) style.left = `${x}px`;
  if (y !== before[1]) style.top = `${y}px`;
  if (width !== before[2]) style.width = `${width}px`;
  if (height !== before[3]) style.height = `${height}px`;
}

// Writes the changed fields of a node to its element. The text of fields is fields.js' business.
export function updateNode(node, fields) {
  const { element, kind } = node;
  const style = element.style;
  // Of a plain kind what is the same as before needs not be written.
  const isTold = (name) =>
    fields[name] !== undefined && !(kind.isPlain && fields[name] === node[name]);
  if (fields.rect) writeRect(node, fields.rect);
  if (isTold("value")) {
    node.value = fields.value;
    if (!kind.isField) writeValue(node);
  }
  if (isTold("name")) {
    node.name = fields.name;
    if (node.isFilled) writeName(node);
  }
  if (isTold("hint")) {
    node.hint = fields.hint;
    if (kind.isField) element.placeholder = fields.hint;
    else setAttribute(element, "aria-description", fields.hint);
  }
  if (isTold("state")) {
    node.state = fields.state;
    writeState(node);
  }
  if (isTold("rowCount") || isTold("rowIndex")) {
    node.rowCount = fields.rowCount ?? node.rowCount;
    node.rowIndex = fields.rowIndex ?? node.rowIndex;
    writeRows(node);
  }
  if (isTold("describedBy")) {
    node.describedBy = fields.describedBy;
    const target = fields.describedBy ? elementId(fields.describedBy) : null;
    setAttribute(element, "aria-describedby", target);
  }
  if (fields.contentHeight !== undefined && node.spacer) {
    node.spacer.style.height = `${fields.contentHeight}px`;
  }
  if (isTold("fontPx")) {
    node.fontPx = fields.fontPx;
    style.fontSize = `${kind.isField ? Math.max(16, fields.fontPx) : fields.fontPx}px`;
  }
  if (kind.isField) {
    if (fields.autocomplete !== undefined) {
      element.autocomplete = fields.autocomplete || "off";
      element.name = fields.autocomplete;
    }
    if (fields.padding) {
      style.paddingLeft = `${fields.padding[0]}px`;
      style.paddingRight = `${fields.padding[1]}px`;
    }
    if (fields.maxLength !== undefined) {
      setAttribute(element, "maxlength", fields.maxLength || null);
    }
    if (fields.keyboard !== undefined) element.inputMode = INPUT_MODES[fields.keyboard];
  }
}

// Gives a live region its first text.
export function fillLive(node) {
  node.isFilled = true;
  writeName(node);
}
