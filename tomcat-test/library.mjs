// Draws the library that is walked: node library.mjs FOLDER
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node library.mjs FOLDER');
  process.exit(2);
}

/** A PNG of RGB squares; the top left one tells pictures apart. */
function png(width, height, [r, g, b]) {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * (1 + width * 3) + 1 + x * 3;
      const corner = x < width / 2 && y < height / 2;
      rows[at] = corner ? r : (x * 255) / width;
      rows[at + 1] = corner ? g : (y * 255) / height;
      rows[at + 2] = corner ? b : 128;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
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

const red = [200, 30, 30];
const files = {
  'plain.png': png(300, 200, red),
  'shelf/inner/leaf.png': png(120, 80, red),
  'shelf/other/1.png': png(60, 40, red),
  'volume/page 1.png': png(100, 150, [10, 10, 200]),
  'volume/page 2.png': png(100, 150, [10, 200, 10]),
  'volume/page 10.png': png(100, 150, red),
  'volume/item.json': Buffer.from(JSON.stringify({ label: 'A small volume', viewingDirection: 'right-to-left', metadata: { Date: '1871' } })),
  'größe äöü.png': png(40, 30, red),
  '50% + more.png': png(40, 30, red),
  'what? #1; it\'s.png': png(40, 30, red),
  '頁.png': png(40, 30, red),
  'caret^.png': png(40, 30, red),
  'back\\slash.png': png(40, 30, red),
  'price$1.png': png(40, 30, red),
  '.hidden.png': png(40, 30, red),
  'broken.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
};
for (const [name, bytes] of Object.entries(files)) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
