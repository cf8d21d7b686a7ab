/*! with uqr: MIT License, (c) 2023 Anthony Fu; after the QR Code generator library of Project Nayuki, MIT License */
// A text as a QR code (ISO/IEC 18004); comes with the first page that has one on it.

import { encode } from "uqr";

const NAMESPACE = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules around it

// Black squares in one path; as wide as the style sheet says.
export function drawCode(page, text) {
  const { data, size } = encode(text, { ecc: "L", border: 0, boostEcc: true });
  const runs = data.flatMap((row, y) =>
    [...row.map((dark) => (dark ? "1" : "0")).join("").matchAll(/1+/g)].map(
      ({ 0: run, index }) => `M${index + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`,
    ),
  );
  const picture = page.createElementNS(NAMESPACE, "svg");
  const side = size + 2 * QUIET;
  picture.setAttribute("viewBox", `0 0 ${side} ${side}`);
  picture.setAttribute("shape-rendering", "crispEdges");
  const path = page.createElementNS(NAMESPACE, "path");
  path.setAttribute("d", runs.join(""));
  picture.append(path);
  return picture;
}
