// The address as the route (web/ports/navigation.h).

const encoder = new TextEncoder();

export function createNavigation({ heap, onChange }) {
  history.scrollRestoration = "manual"; // nothing of the page itself scrolls
  addEventListener("popstate", onChange);

  const current = () => location.pathname + location.search;

  return {
    route: () => heap.result(encoder.encode(current())),
    go(route, replaces) {
      const target = new URL(route, location.href);
      if (target.origin !== location.origin) return;
      if (target.pathname + target.search === current()) return;
      history[replaces ? "replaceState" : "pushState"](null, "", target);
      onChange();
    },
  };
}
