// A page of paper (web/ui/printed_page.h) in a frame of its own, handed to the browser's print dialog. Every element
// is made here and filled with text: nothing that came from elsewhere is read as markup.

const STYLES = "/paper.css";

function element(page, tag, name, ...content) {
  const made = page.createElement(tag);
  if (name) made.className = name;
  made.append(...content);
  return made;
}

const row = (page, tag, cells) => element(page, "tr", "", ...cells.map((cell) => element(page, tag, "", cell)));

const DRAWN = {
  text: (page, rows) => element(page, "p", "", rows[0][0]),
  facts(page, rows) {
    const lines = rows.map(([label, value]) => {
      const head = element(page, "th", "", label);
      head.scope = "row";
      return element(page, "tr", "", head, element(page, "td", "", value));
    });
    return element(page, "table", "facts", element(page, "tbody", "", ...lines));
  },
  table(page, [head, ...rows]) {
    const lines = rows.map((cells) => row(page, "td", cells));
    return element(page, "table", "list", element(page, "thead", "", row(page, "th", head)), element(page, "tbody", "", ...lines));
  },
  lines: (page, rows) => element(page, "div", "lines", ...rows.map(([label]) => element(page, "span", "", label))),
  stamps(page, rows) {
    const places = rows.map(([caption, foot]) =>
      element(page, "section", "", element(page, "h2", "", caption), element(page, "span", "", foot)),
    );
    return element(page, "div", "stamps", ...places);
  },
  notice: (page, rows) => element(page, "p", "notice", rows[0][0]),
  code(page, [[path]], drawCode) {
    const { href, host, pathname } = new URL(path, location.href);
    return element(page, "div", "code", drawCode(page, href), element(page, "span", "", host + pathname));
  },
};

const loaded = (target) =>
  new Promise((resolve, reject) => {
    target.onload = resolve;
    target.onerror = () => reject(new Error("it did not load"));
  });

let shown = null; // stays until the next one: some browsers print after they have said that they did

export async function print({ language, title, blocks, footer }) {
  shown?.remove();
  const frame = (shown = document.createElement("iframe"));
  frame.tabIndex = -1;
  frame.inert = true;
  frame.ariaHidden = "true";
  // Out of sight, but laid out: what is not displayed is not printed.
  Object.assign(frame.style, { position: "fixed", left: "-200vw", top: "0", width: "210mm", height: "297mm", border: "0" });
  const isOpen = loaded(frame);
  document.body.append(frame);
  await isOpen;

  // What draws codes is large, and few pages have one.
  const hasCode = blocks.some(({ kind }) => kind === "code");
  const { drawCode } = hasCode ? await import("/paper_code.js") : {};
  const page = frame.contentDocument;
  page.documentElement.lang = language;
  page.title = title;
  const styles = page.createElement("link");
  styles.rel = "stylesheet";
  styles.href = STYLES;
  const isStyled = loaded(styles);
  page.head.append(styles);
  const drawn = blocks.map(({ kind, rows }) => DRAWN[kind](page, rows, drawCode));
  page.body.append(element(page, "h1", "", title), ...drawn, element(page, "footer", "", footer));
  for (const code of page.querySelectorAll(".facts + .code")) {
    const pair = element(page, "div", "pair");
    code.before(pair);
    pair.append(pair.previousElementSibling, code);
  }
  await isStyled;
  frame.contentWindow.focus();
  frame.contentWindow.print();
}
