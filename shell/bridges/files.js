// Files of the person (web/ports/files.h): saved as a download, chosen in the browser's dialog.

const MOST_BYTES = 8 * 1024 * 1024;

const encoder = new TextEncoder();

function download(href, name) {
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
}

export function createFiles({ heap, onFile }) {
  const files = [];

  return {
    save(name, text) {
      const address = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
      download(address, name);
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    },
    saveFrom: (path) => download(path, ""), // the name comes with it
    ask() {
      const field = document.createElement("input");
      field.type = "file";
      field.accept = ".json,application/json";
      field.onchange = async () => {
        const [file] = field.files;
        if (!file) return;
        const text = file.size <= MOST_BYTES ? await file.text().catch(() => "") : "";
        files.push(text);
        onFile();
      };
      field.click();
    },
    // Size of the next file with one byte in front, or 0.
    next: () => (files.length === 0 ? 0 : heap.result(encoder.encode("." + files.shift()))),
  };
}
