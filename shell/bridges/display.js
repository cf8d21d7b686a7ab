// Size, density and preferences of the display (web/ports/display.h). `onChange(isResized)` is
// called after each change.

const DARK = matchMedia("(prefers-color-scheme: dark)");
const REDUCED_MOTION = matchMedia("(prefers-reduced-motion: reduce)");
const COARSE = matchMedia("(pointer: coarse)");
const FORCED_COLORS = matchMedia("(forced-colors: active)");

// More pixels than these do not show, and cost small devices dearly.
const MAX_DENSITY = 4;
const MAX_DENSITY_OF_SMALL_DEVICES = 2;
const SMALL_DEVICE_GB = 3;

export function createDisplay({ stage, probe, scrollProbe, onChange }) {
  let width = 0; // CSS px
  let height = 0;
  let deviceWidth = 0; // device px
  let deviceHeight = 0;
  let density = 1;
  let edges = [0, 0, 0, 0];
  let basePx = 16;
  let scrollbar = 0;

  const readFlags = () =>
    (DARK.matches ? 1 : 0) |
    (REDUCED_MOTION.matches ? 2 : 0) |
    (COARSE.matches ? 4 : 0) |
    (FORCED_COLORS.matches ? 8 : 0);
  let flags = readFlags(); // asked twice a frame, and changed once a year

  function measureDensity() {
    const isSmall = navigator.deviceMemory && navigator.deviceMemory <= SMALL_DEVICE_GB;
    return Math.min(devicePixelRatio, isSmall ? MAX_DENSITY_OF_SMALL_DEVICES : MAX_DENSITY);
  }

  // Reading layout within a frame may cost a layout, so it is read when it changes.
  function readProbes() {
    const style = getComputedStyle(probe);
    edges = [style.paddingTop, style.paddingRight, style.paddingBottom, style.paddingLeft].map(
      (padding) => parseFloat(padding) || 0,
    );
    basePx = probe.clientWidth - edges[1] - edges[3];
    scrollbar = scrollProbe.offsetWidth - scrollProbe.clientWidth;
  }

  // The browser's own count knows how it rounds; it is of no use where the density is capped, or
  // where another density is only emulated.
  function devicePixels(cssPixels, exact) {
    const computed = cssPixels * density;
    return exact !== undefined && Math.abs(exact - computed) < 1.5 ? exact : Math.round(computed);
  }

  function resized(entry) {
    density = measureDensity();
    const exact = entry.devicePixelContentBoxSize?.[0];
    deviceWidth = devicePixels(entry.contentRect.width, exact?.inlineSize);
    deviceHeight = devicePixels(entry.contentRect.height, exact?.blockSize);
    // In whole device pixels, so that the last row and column are neither cut nor stretched.
    width = deviceWidth / density;
    height = deviceHeight / density;
    readProbes();
    onChange(true);
  }

  const observer = new ResizeObserver((entries) => resized(entries[entries.length - 1]));

  // The canvas to follow; a lost one may be replaced.
  function observe(canvas) {
    observer.disconnect();
    try {
      observer.observe(canvas, { box: "device-pixel-content-box" });
    } catch {
      observer.observe(canvas); // Safari
    }
  }

  // The probe is 1rem wide: it changes with the font size set in the browser.
  const probes = new ResizeObserver(() => {
    readProbes();
    onChange(false);
  });
  probes.observe(probe);
  probes.observe(scrollProbe); // its content box changes with the kind of scroll bar
  for (const query of [DARK, REDUCED_MOTION, COARSE, FORCED_COLORS]) {
    query.addEventListener("change", () => {
      flags = readFlags();
      onChange(false);
    });
  }

  // Where a phone's keyboard covers the page instead of shrinking it, the stage shrinks itself.
  const viewport = window.visualViewport;
  if (viewport) {
    const follow = () => {
      const isCovered = viewport.scale < 1.01 && innerHeight - viewport.height > 1;
      stage.style.maxHeight = isCovered ? `${viewport.height}px` : "";
      stage.style.top = isCovered ? `${viewport.offsetTop}px` : "";
    };
    viewport.addEventListener("resize", follow);
    viewport.addEventListener("scroll", follow);
  }

  return {
    observe,
    get deviceWidth() {
      return deviceWidth;
    },
    get deviceHeight() {
      return deviceHeight;
    },
    get isCoarse() {
      return COARSE.matches;
    },
    numbers: () => [width, height, density, basePx, ...edges, scrollbar],
    flags: () => flags,
  };
}
