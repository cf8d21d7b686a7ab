// The address as the route (web/ports/navigation.h).

const encoder = new TextEncoder();

export function createNavigation({ heap, onChange }) {
  history.scrollRestoration = "manual"; // nothing of the page itself scrolls
  let isTold = false; // the program knows the address
  function changed() {
    isTold = false;
    onChange();
  }
  addEventListener("popstate", changed);

  const current = () => location.pathname + location.search;

  return {
    // The size of the route, or -1 when it is the one told last.
    route() {
      if (isTold) return -1;
      isTold = true;
      return heap.result(encoder.encode(current()));
    },
    go(route, replaces) {
      const target = new URL(route, location.href);
      if (target.origin !== location.origin) return;
      if (target.pathname + target.search === current()) return;
      history[replaces ? "replaceState" : "pushState"](null, "", target);
      changed();
    },
  };
}
