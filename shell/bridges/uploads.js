// Files sent to the own server as they are (web/ports/uploads.h).

import { ByteWriter } from "./bytes.js";

const SENDING = 0;
const ANSWERED = 1;
const UNREACHABLE = 2;
const TOO_LARGE = 3;

const MOST_BYTES = 5 * 1024 * 1024;
const TYPES = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png";

export function createUploads({ heap, onChange }) {
  let request = null;
  let news = null;

  function tell(file, kind, { share = 0, status = 0, body = "" } = {}) {
    news = new ByteWriter().u8(kind).f32(share).u16(status).string(file.name).string(body).finish();
    onChange();
  }

  function send(file, path, csrf) {
    if (file.size > MOST_BYTES) return tell(file, TOO_LARGE);
    // Only this kind of request says how much of its body has left.
    const sent = (request = new XMLHttpRequest());
    sent.open("POST", path);
    sent.setRequestHeader("Content-Type", "application/octet-stream");
    sent.setRequestHeader("X-Xueshi-Csrf", csrf);
    sent.upload.onprogress = ({ loaded, total }) => {
      if (sent === request) tell(file, SENDING, { share: loaded / Math.max(total, 1) });
    };
    sent.onload = () => tell(file, ANSWERED, { status: sent.status, body: sent.responseText });
    sent.onerror = () => tell(file, UNREACHABLE);
    tell(file, SENDING);
    sent.send(file);
  }

  const uploads = {
    ask(path, csrf) {
      uploads.cancel();
      const field = document.createElement("input");
      field.type = "file";
      field.accept = TYPES;
      field.onchange = () => {
        if (field.files.length > 0) send(field.files[0], path, csrf);
      };
      field.click();
    },
    cancel() {
      request?.abort();
      request = null;
      news = null;
    },
    // Size of the newest, or 0.
    news() {
      if (news === null) return 0;
      const told = news;
      news = null;
      return heap.result(told);
    },
  };
  return uploads;
}
