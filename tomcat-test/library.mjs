// Draws the library that is walked: node library.mjs FOLDER
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node library.mjs FOLDER');
  process.exit(2);
}

/* Each kind of PNG: bits a sample, and the samples of a pixel. */
const GREY = { type: 0, samples: 1 };
const COLOUR = { type: 2, samples: 3 };
const PALETTE = { type: 3, samples: 1 };
const ALPHA = { type: 6, samples: 4 };

/** A PNG of any kind; `pixel(x, y)` gives the samples, `palette` the colours of one with indices. */
function png(width, height, kind, bits, pixel, palette = []) {
  const stride = 1 + Math.ceil((width * kind.samples * bits) / 8);
  const rows = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      pixel(x, y).forEach((sample, i) => put(rows, y * stride + 1, x * kind.samples + i, bits, sample));
    }
  }
  return pngOf(width, height, kind, bits, rows, palette);
}

function put(bytes, row, index, bits, sample) {
  if (bits === 16) bytes.writeUInt16BE(sample, row + 2 * index);
  else if (bits === 8) bytes[row + index] = sample;
  else bytes[row + (index >> 3)] |= sample << (7 - (index & 7)); // 1 bit
}

function pngOf(width, height, kind, bits, rows, palette) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, kind.type, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    palette.length > 0 ? chunk('PLTE', Buffer.from(palette.flat())) : Buffer.alloc(0),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const all = Buffer.alloc(body.length + 8);
  all.writeUInt32BE(data.length, 0);
  body.copy(all, 4);
  all.writeUInt32BE(crc(body), body.length + 4);
  return all;
}

function crc(bytes) {
  if (crc32) return crc32(bytes); // Node 22
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** A TIFF of RGB, in tiles of that size, not compressed; `orientation` as in its tag. */
function tiff(width, height, tile, orientation, pixel) {
  const across = Math.ceil(width / tile);
  const down = Math.ceil(height / tile);
  const bytes = tile * tile * 3;
  const tiles = Buffer.alloc(across * down * bytes);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const number = Math.floor(y / tile) * across + Math.floor(x / tile);
      tiles.set(pixel(x, y), number * bytes + ((y % tile) * tile + (x % tile)) * 3);
    }
  }
  const count = across * down;
  const each = (value) => Array.from({ length: count }, (_, i) => value(i));
  const SHORT = 3;
  const LONG = 4;
  const tags = [
    [256, LONG, [width]], [257, LONG, [height]], [258, SHORT, [8, 8, 8]], [259, SHORT, [1]], [262, SHORT, [2]],
    [274, SHORT, [orientation]], [277, SHORT, [3]], [284, SHORT, [1]], [322, LONG, [tile]], [323, LONG, [tile]],
    [324, LONG, each((i) => 8 + i * bytes)], [325, LONG, each(() => bytes)],
  ];
  return Buffer.concat([Buffer.from('II*\0'), le32(8 + tiles.length), tiles, directory(tags, 8 + tiles.length)]);
}

/** A directory that stands at `start`, and behind it the values that have no room in it. */
function directory(tags, start) {
  const size = 2 + tags.length * 12 + 4;
  const entries = [le16(tags.length)];
  const outside = [];
  let free = start + size;
  for (const [tag, type, values] of tags) {
    const data = Buffer.concat(values.map(type === 3 ? le16 : le32));
    entries.push(le16(tag), le16(type), le32(values.length));
    if (data.length <= 4) {
      entries.push(Buffer.concat([data, Buffer.alloc(4 - data.length)]));
    } else {
      entries.push(le32(free));
      outside.push(data);
      free += data.length;
    }
  }
  return Buffer.concat([...entries, le32(0), ...outside]);
}

function le16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function le32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** RGB squares on a ramp; the top left one tells pictures apart. */
function ramp(width, height, corner) {
  return png(width, height, COLOUR, 8, (x, y) =>
    x < width / 2 && y < height / 2 ? corner : [(x * 255) / width, (y * 255) / height, 128]);
}

/* Six squares of 100 pixels: red, green, blue above white, grey, black. */
const FLAG = [[200, 30, 30], [30, 160, 30], [30, 30, 200], [255, 255, 255], [128, 128, 128], [0, 0, 0]];
const flag = (x, y) => FLAG[Math.floor(y / 100) * 3 + Math.floor(x / 100)];

/** One colour, far too large to be drawn pixel by pixel: for requests that decode nothing. */
function vast(width, height) {
  return pngOf(width, height, PALETTE, 8, Buffer.alloc(height * (1 + width)), [[90, 120, 150]]);
}

const red = [200, 30, 30];
const small = ramp(40, 30, red);
const files = {
  'plain.png': ramp(300, 200, red),
  'shelf/inner/leaf.png': ramp(120, 80, red),
  'shelf/other/1.png': ramp(60, 40, red),
  'volume/page 1.png': ramp(100, 150, [10, 10, 200]),
  'volume/page 2.png': ramp(100, 150, [10, 200, 10]),
  'volume/page 10.png': ramp(100, 150, red),
  'volume/item.json': Buffer.from(JSON.stringify({ label: 'A small volume', viewingDirection: 'right-to-left', metadata: { Date: '1871' } })),
  // What pictures can be.
  'flag.png': png(300, 200, COLOUR, 8, flag),
  'prime.tif': tiff(1009, 757, 128, 1, (x, y) => [x >> 2, y >> 2, 64]), // its colours tell where a pixel lay
  'turned.tif': tiff(300, 200, 128, 6, flag), // to be shown turned clockwise
  'dot.png': png(1, 1, COLOUR, 8, () => red),
  'line.png': png(3000, 1, GREY, 8, () => [77]),
  'grey.png': png(256, 64, GREY, 8, (x) => [x]),
  'ink.png': png(64, 64, GREY, 1, (x) => [x < 32 ? 0 : 1]),
  'deep.png': png(64, 48, COLOUR, 16, () => [0x8040, 0x4020, 0xff00]),
  'glass.png': png(64, 64, ALPHA, 8, (x) => (x < 32 ? [200, 30, 30, 0] : [30, 30, 200, 255])),
  '6000x4000.png': vast(6000, 4000),
  '5613x3741.png': vast(5613, 3741),
  '12000x9000.png': vast(12000, 9000), // larger than the limits
  // What names can be.
  'größe äöü.png': small,
  '50% + more.png': small,
  '50%25.png': small,
  'what? #1; it\'s.png': small,
  'semi;colon=1.png': small,
  '頁.png': small,
  'caret^.png': small,
  'back\\slash.png': small,
  'price$1.png': small,
  'a-b_c.png': small,
  'full.png': small,
  'ark:/12025/654xz321.png': small,
  'urn:sici:1046-8188(199501)13:1%3C69:FTTHBI%3E2.0.TX;2-4.png': small,
  '.hidden.png': small,
  'signed.png': small,
  'signed.png.item.json': Buffer.from(JSON.stringify({ label: 'Signed', rights: 'https://creativecommons.org/licenses/by/4.0/', attribution: 'A library' })),
  'own.png': small,
  'own.png.item.json': Buffer.from(JSON.stringify({ rights: 'https://library.example/rights' })),
  'broken.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
};
for (const [name, bytes] of Object.entries(files)) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
