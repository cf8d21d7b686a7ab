// node pack_capability.mjs <output> <packs folder>
//
// The diagnostic's framework and every version of its banks as one file for the page, a document a line
// (core/codec/capability_shelf_json.h).

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FRAMEWORK = "frameworks/it-capability-2014.json";
const BANKS = "item-banks/guangzhou-it-capability";

const [output, packs] = process.argv.slice(2);
const versions = readdirSync(join(packs, BANKS)).sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
const files = [
  FRAMEWORK,
  ...versions.flatMap((version) =>
    readdirSync(join(packs, BANKS, version))
      .sort()
      .map((name) => join(BANKS, version, name)),
  ),
];
const lines = files.map((file) => JSON.stringify(JSON.parse(readFileSync(join(packs, file), "utf8"))));
writeFileSync(output, `${lines.join("\n")}\n`);
