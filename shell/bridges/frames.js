// Frames on demand: a frame is run when one was asked for, and never otherwise.
//
// While the page is hidden the browser gives no animation frames; a request then runs the program's
// update from a task, so that answers are stored and work is flushed, and nothing is painted. So it does
// until the first picture: what the program waits for then comes in steps.

const KEPT_TIMES = 600;

export function createFrames({ run, onFailure }) {
  let pending = null; // 'frame' or 'task'
  let handle = 0;
  let count = 0;
  let isRunning = false; // the program is there, and did not fail
  let timer = 0; // of the earliest frame asked for later
  let timerDue = Infinity;
  const times = new Float32Array(KEPT_TIMES);

  function runNow() {
    pending = null;
    if (!isRunning) return;
    const started = performance.now();
    let isDrawn = false;
    try {
      isDrawn = run(!document.hidden);
    } catch (error) {
      isRunning = false;
      onFailure(error);
      return;
    }
    if (!isDrawn) return;
    times[count % KEPT_TIMES] = performance.now() - started;
    ++count;
  }

  function request() {
    if (pending || !isRunning) return;
    // Before there is a picture nothing has to wait for the screen.
    if (document.hidden || count === 0) {
      pending = "task";
      handle = setTimeout(runNow);
    } else {
      pending = "frame";
      handle = requestAnimationFrame(runNow);
    }
  }

  function requestIn(ms) {
    const due = performance.now() + ms;
    if (!isRunning || due >= timerDue) return;
    clearTimeout(timer);
    timerDue = due;
    timer = setTimeout(() => {
      timerDue = Infinity;
      request();
    }, ms);
  }

  function cancel() {
    if (pending === "frame") cancelAnimationFrame(handle);
    if (pending === "task") clearTimeout(handle);
    pending = null;
  }

  document.addEventListener("visibilitychange", () => {
    cancel();
    request();
  });

  return {
    request,
    requestIn,
    start() {
      isRunning = true;
    },
    // At once, in place of the requested one: for a changed size, which must not be seen unpainted.
    runNow() {
      cancel();
      runNow();
    },
    get count() {
      return count;
    },
    // Milliseconds of script per frame, oldest first, of the last frames.
    get times() {
      const kept = Math.min(count, KEPT_TIMES);
      return Array.from({ length: kept }, (_, i) => times[(count - kept + i) % KEPT_TIMES]);
    },
  };
}
