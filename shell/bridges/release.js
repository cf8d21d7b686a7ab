// The page's release and the next one (web/ports/release.h): registers the service worker, looks for a
// newer release, and changes to it when asked.

const READY = 1;
const INSTALLABLE = 2;
const BY_MENU = 4;
const OPENS_OFFLINE = 8;
const NEVER_OFFLINE = 16;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export function createRelease({ onChange }) {
  const workers = navigator.serviceWorker; // not in every browser, and never without TLS
  let registration = null;
  let isControlled = Boolean(workers?.controller);
  let isFormer = false; // a newer release answers for this address already
  let isRetired = false;
  let isTaking = false;
  let prompt = null;
  let lookedAt = 0; // 0: the page has not begun to look
  let told = 0;

  function flags() {
    const active = registration?.active;
    const isReady = isFormer || Boolean(active && registration.waiting);
    const isKept = active?.state === "activated";
    return (
      (prompt ? INSTALLABLE : 0) |
      (workers && navigator.standalone === false ? BY_MENU : 0) |
      (workers ? 0 : NEVER_OFFLINE) |
      (isRetired ? 0 : (isReady ? READY : 0) | (isKept ? OPENS_OFFLINE : 0))
    );
  }

  function changed() {
    if (flags() === told) return;
    told = flags();
    onChange();
  }

  function follow(worker) {
    worker?.addEventListener("statechange", changed);
    changed();
  }

  async function look() {
    lookedAt = Date.now();
    try {
      if (!registration) {
        registration = await workers.register("/service_worker.js", { updateViaCache: "none" });
        registration.addEventListener("updatefound", () => follow(registration.installing));
        [registration.installing, registration.waiting, registration.active].forEach(follow);
        if (!registration.active) return;
      }
      await registration.update();
    } catch {
      // Without a network there is nothing to find.
    }
  }

  function lookAfter(pause) {
    if (lookedAt && Date.now() - lookedAt >= pause) look();
  }

  // Not while the new worker is becoming active: a navigation that meets that moment may never be answered.
  function reloadOnceActive(worker) {
    if (worker?.state !== "activating") location.reload();
    else worker.addEventListener("statechange", () => reloadOnceActive(worker), { once: true });
  }

  workers?.addEventListener("controllerchange", () => {
    if (isTaking) {
      isTaking = false;
      reloadOnceActive(workers.controller);
      return;
    }
    isFormer ||= isControlled;
    isControlled = true;
    changed();
  });
  workers?.addEventListener("message", ({ data }) => {
    isRetired ||= data === "retired";
    changed();
  });
  document.addEventListener("visibilitychange", () => document.hidden || lookAfter(MINUTE));
  addEventListener("online", () => lookAfter(MINUTE));
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    prompt = event;
    changed();
  });
  addEventListener("appinstalled", () => {
    prompt = null;
    changed();
  });

  return {
    flags,
    // Once, when the page has nothing better to do.
    start: () => workers && look(),
    // The person went to another screen: a page that is never hidden looks now and then, too.
    moved: () => lookAfter(HOUR),
    take() {
      const next = registration?.waiting;
      isTaking = Boolean(next);
      if (next) next.postMessage("take");
      else location.reload();
    },
    install() {
      prompt?.prompt();
      prompt = null; // asks once
      changed();
    },
  };
}
