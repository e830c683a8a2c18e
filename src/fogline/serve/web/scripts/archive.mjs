// Writes vector tiles into one PMTiles archive, version 3 (the specification is at github.com/protomaps/PMTiles).
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { zxyToTileId } from "pmtiles";

const HEADER_BYTES = 127;
const VERSION = 3;
const GZIP = 2;
const MVT = 1;
const MOST_ROOT = 16384 - HEADER_BYTES; // a reader asks for so much at first, and no more
const E7 = 1e7;

// `tiles` are {z, x, y, data}; `metadata` is what a reader may ask for beside them.
export function writeArchive(file, tiles, metadata) {
  const ordered = tiles
    .map(({ z, x, y, data }) => ({ z, id: zxyToTileId(z, x, y), data: gzipSync(data, { level: 9 }) }))
    .sort((one, other) => one.id - other.id);
  const root = gzipSync(directory(ordered), { level: 9 });
  if (root.length > MOST_ROOT) throw new Error(`${ordered.length} tiles are too many for one directory`);
  const told = gzipSync(JSON.stringify(metadata), { level: 9 });
  const body = Buffer.concat(ordered.map((tile) => tile.data));
  const zooms = ordered.map((tile) => tile.z);
  writeFileSync(file, Buffer.concat([header(root, told, body, ordered.length, zooms), root, told, body]));
}

function header(root, told, body, count, zooms) {
  const made = Buffer.alloc(HEADER_BYTES);
  made.write("PMTiles", 0, "latin1");
  made.writeUInt8(VERSION, 7);
  const start = HEADER_BYTES + root.length + told.length;
  const numbers = [HEADER_BYTES, root.length, HEADER_BYTES + root.length, told.length, start, 0, start, body.length];
  [...numbers, count, count, count].forEach((number, at) => made.writeBigUInt64LE(BigInt(number), 8 + 8 * at));
  [1, GZIP, GZIP, MVT, Math.min(...zooms), Math.max(...zooms)].forEach((byte, at) => made.writeUInt8(byte, 96 + at));
  [-180, -85, 180, 85].forEach((degrees, at) => made.writeInt32LE(degrees * E7, 102 + 4 * at));
  return made;
}

// Ids as differences, a run of one each, lengths, and offsets: every tile follows the one before it.
function directory(ordered) {
  const bytes = [];
  const put = (number) => {
    let rest = number;
    while (rest > 127) {
      bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  };
  put(ordered.length);
  ordered.forEach(({ id }, at) => put(id - (at ? ordered[at - 1].id : 0)));
  ordered.forEach(() => put(1));
  ordered.forEach(({ data }) => put(data.length));
  ordered.forEach((_, at) => put(at ? 0 : 1));
  return Buffer.from(bytes);
}
