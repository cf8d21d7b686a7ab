// The verifier's page: whether a certificate of hours is genuine, and what it says. Needs no log-in and sends nothing:
// the code stands behind the address's "#", which browsers keep to themselves.

import { readPreference } from "./bridges/preferences.js";
import { checkCertificate, codeOf, readKeys } from "./verifier/certificate_check.js";
import { verifySignature } from "./verifier/signature.js";

const KEYS = "/api/v1/certificate-keys";
const CHINESE = "zh-CN";
const DAY = 86_400_000;

const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const titles = { [CHINESE]: document.title, en: document.querySelector("title").dataset.en };
const description = document.querySelector("meta[name=description]");
const descriptions = { [CHINESE]: description.content, en: description.dataset.en };

// ---- words: they stand in the page, in both languages

function word(name, value = "") {
  const spans = document.querySelectorAll(`[data-word="${name}"] > span`);
  return [...spans].find(({ lang }) => lang === root.lang).textContent.replace("{0}", value);
}

const fill = (name, text) => document.querySelectorAll(`[data-fill="${name}"]`).forEach((place) => (place.textContent = text));
const date = (days) => new Intl.DateTimeFormat(root.lang, { dateStyle: "long", timeZone: "UTC" }).format(days * DAY);
const hours = (tenths) => String(tenths / 10);

function element(tag, ...content) {
  const made = document.createElement(tag);
  made.append(...content);
  return made;
}

// ---- what is shown

function showFacts(content, key) {
  const result = content.result === "open" ? word("open") : word(content.result, date(content.verifiedOn));
  const facts = [
    ["name", content.name],
    ["number", content.number],
    ["school", content.school],
    ["result", result],
    ["issuer", content.issuer],
    ["issued", date(content.issuedOn)],
    ["serial", content.serial],
    ["key", key.id],
  ];
  byId("facts").replaceChildren(
    ...facts
      .filter(([, value]) => value !== null)
      .map(([name, value]) => element("div", element("dt", word(name)), element("dd", value))),
  );
}

function showRows(table, rows) {
  table.tBodies[0].replaceChildren(...rows.map((cells) => element("tr", ...cells.map((cell) => element("td", cell)))));
}

function showContent({ content, key }) {
  fill("title", word(content.result === "open" ? "title-open" : "title", content.year));
  showFacts(content, key);
  showRows(
    byId("hours"),
    content.hours.map(({ id, name, counted, minimum }) => [name || word(id), hours(counted), minimum ? hours(minimum) : word("none")]),
  );
  const { records } = content;
  byId("records").hidden = !records?.listed.length;
  if (!records) return;
  const rows = records.listed.map(({ title, category, counted }) => [title, word(category), hours(counted)]);
  if (records.others > 0) rows.push([word("others", records.others), "", hours(records.othersCounted)]);
  showRows(byId("records"), rows);
}

let shown = { state: "empty" };

function show() {
  for (const section of document.querySelectorAll("[data-state]")) section.hidden = section.dataset.state !== shown.state;
  const { content, key } = shown;
  byId("certificate").hidden = !content;
  byId("sample").hidden = !content?.isSample;
  byId("kept").hidden = !shown.seenAt || shown.state === "empty";
  if (shown.seenAt) fill("seen", date(Math.floor(shown.seenAt / DAY)));
  if (content) showContent(shown);
  if (key?.revoked) fill("revoked", [date(Date.parse(key.revoked) / DAY), key.reason].filter(Boolean).join(" "));
}

// ---- keys and codes

// { keys, seenAt }: seenAt says since when they are kept on this device, where there is no network.
async function findKeys() {
  try {
    const response = await fetch(KEYS, { cache: "no-cache" });
    const keys = response.ok ? readKeys(await response.text()) : null;
    return { keys, seenAt: Date.parse(response.headers.get("X-Seen-At")) || null };
  } catch {
    return { keys: null, seenAt: null };
  }
}

let asked = 0; // the newest code alone is shown
let newest = "";

async function check(code) {
  const turn = ++asked;
  newest = code;
  if (code === "") {
    shown = { state: "empty" };
    return show();
  }
  shown = { state: "checking" };
  show();
  const { keys, seenAt } = await findKeys();
  const found = await checkCertificate(code, keys ?? [], verifySignature);
  if (turn !== asked) return;
  // Without a network, or an answer, a key that is not known may be a new one.
  const isUnseen = found.state === "unknown" && (seenAt || !keys);
  shown = { ...found, state: isUnseen ? "unseen" : found.state, seenAt };
  show();
}

const checkAddress = () => check(codeOf(location.hash));

byId("paste").addEventListener("submit", (event) => {
  event.preventDefault();
  check(codeOf(byId("code").value));
  byId("verdict").scrollIntoView({ block: "start" });
});
addEventListener("hashchange", checkAddress);
// With newer keys it may be another verdict.
addEventListener("online", () => check(newest));

// ---- language and theme, as this device has them; the language is not written down, for the device may be lent

function setLanguage(tag) {
  root.lang = tag;
  document.title = titles[tag];
  description.content = descriptions[tag];
  show();
}

const chosen = readPreference("language");
const languages = navigator.languages ?? [];
const isEnglish = chosen ? chosen === "en" : languages.length > 0 && !languages.some((tag) => /^zh\b/i.test(tag));
setLanguage(isEnglish ? "en" : CHINESE);
byId("language").addEventListener("click", () => setLanguage(root.lang === "en" ? CHINESE : "en"));
const theme = readPreference("theme");
if (theme === "light" || theme === "dark") root.dataset.theme = theme;

// ---- kept on the device: with the whole client, so not unasked

async function followWorker() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const tell = (isKept) => {
    byId("keeps").hidden = !isKept;
    byId("keep").hidden = isKept;
  };
  tell(Boolean((await workers.getRegistration())?.active));
  byId("keep").querySelector("button").addEventListener("click", async (event) => {
    event.target.disabled = true;
    try {
      await workers.register("/service_worker.js", { updateViaCache: "none" });
      await workers.ready;
      tell(true);
    } catch {
      event.target.disabled = false;
    }
  });
}

checkAddress();
followWorker();
