// The first sheet of a workbook as JSON: a reader that shares nothing with ours. Texts stay texts, numbers are numbers.
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

const bytes = readFileSync(process.argv[2]);

function entries() {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const found = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; --left) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(begin, begin + packed);
    found.set(bytes.toString("utf8", at + 46, at + 46 + name), (method === 8 ? inflateRawSync(content) : content).toString());
    at += 46 + name + extra + comment;
  }
  return found;
}

const kEntities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (text) => text.replace(/&(\w+);/g, (_, name) => kEntities[name]);

const sheet = entries().get("xl/worksheets/sheet1.xml");
const rows = [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
  [...row.matchAll(/<c ([^>]*)>(.*?)<\/c>/gs)].map(([, attributes, content]) =>
    /t="inlineStr"/.test(attributes)
      ? plain(content.match(/<t[^>]*>(.*)<\/t>/s)[1])
      : Number(content.match(/<v>(.*)<\/v>/)[1]),
  ),
);
console.log(JSON.stringify(rows));
