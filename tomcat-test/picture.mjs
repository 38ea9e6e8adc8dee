// Reads what a walk has to know of pictures: their size, and the pixels of a PNG.
import { inflateSync } from 'node:zlib';

/** Width x height from the bytes of a PNG, a JPEG, a GIF or a TIFF of either byte order. */
export function size(body) {
  if (isPng(body)) return `${body.readUInt32BE(16)}x${body.readUInt32BE(20)}`;
  if (body.toString('latin1', 0, 3) === 'GIF') return `${body.readUInt16LE(6)}x${body.readUInt16LE(8)}`;
  if (['II', 'MM'].includes(body.toString('latin1', 0, 2))) return tiffSize(body);
  const at = frame(body);
  return at > 0 ? `${body.readUInt16BE(at + 7)}x${body.readUInt16BE(at + 5)}` : 'no size';
}

/** How many samples a pixel has in a PNG or a JPEG: 1 for greys and palettes, 3 for colours. */
export function samples(body) {
  return isPng(body) ? SAMPLES[body[25]] : body[frame(body) + 9];
}

const SAMPLES = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Where the frame header of a JPEG stands; 0 when there is none. */
function frame(body) {
  for (let at = 2; at + 9 < body.length && body[at] === 0xff; at += 2 + body.readUInt16BE(at + 2)) {
    const marker = body[at + 1];
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return at;
  }
  return 0;
}

function isPng(body) {
  return body.length > 24 && body.readUInt32BE(0) === 0x89504e47;
}

function tiffSize(body) {
  const little = body[0] === 0x49;
  const short = (at) => (little ? body.readUInt16LE(at) : body.readUInt16BE(at));
  const long = (at) => (little ? body.readUInt32LE(at) : body.readUInt32BE(at));
  const start = long(4);
  const sides = {};
  for (let i = 0; i < short(start); i++) {
    const entry = start + 2 + i * 12;
    sides[short(entry)] = short(entry + 2) === 3 ? short(entry + 8) : long(entry + 8);
  }
  return `${sides[256]}x${sides[257]}`;
}

/** Red, green, blue and opacity, 0 to 255, of one pixel of a PNG that is not interlaced. */
export function pixel(body, x, y) {
  if (!isPng(body)) throw new Error('only the pixels of a PNG can be seen');
  const { width, height, bits, type, palette, clear, data } = chunks(body);
  if (x >= width || y >= height) throw new Error(`no pixel ${x},${y} in ${width}x${height}`);
  const count = SAMPLES[type];
  const row = rowOf(inflateSync(data), y, Math.ceil((width * count * bits) / 8), Math.max(1, (count * bits) >> 3));
  const values = Array.from({ length: count }, (_, i) => sample(row, x * count + i, bits));
  if (type === 3) return [...palette.subarray(values[0] * 3, values[0] * 3 + 3), clear?.[values[0]] ?? 255];
  const all = values.map((value) => Math.round((value * 255) / (2 ** bits - 1)));
  const [r, g, b] = count < 3 ? [all[0], all[0], all[0]] : all;
  return [r, g, b, count % 2 === 0 ? all[count - 1] : 255];
}

function chunks(body) {
  if (body[28] !== 0) throw new Error('an interlaced PNG');
  const png = { width: body.readUInt32BE(16), height: body.readUInt32BE(20), bits: body[24], type: body[25] };
  const parts = [];
  for (let at = 8; at < body.length; at += 12 + body.readUInt32BE(at)) {
    const chunk = body.subarray(at + 8, at + 8 + body.readUInt32BE(at));
    const name = body.toString('latin1', at + 4, at + 8);
    if (name === 'PLTE') png.palette = chunk;
    if (name === 'tRNS') png.clear = chunk;
    if (name === 'IDAT') parts.push(chunk);
  }
  return { ...png, data: Buffer.concat(parts) };
}

function sample(row, index, bits) {
  if (bits === 16) return row.readUInt16BE(2 * index);
  const bit = index * bits;
  return (row[bit >> 3] >> (8 - bits - (bit & 7))) & (2 ** bits - 1);
}

/** A row with the filters undone. */
function rowOf(bytes, last, stride, step) {
  let above = Buffer.alloc(stride);
  for (let y = 0; y <= last; y++) {
    const filter = bytes[y * (stride + 1)];
    const row = Buffer.from(bytes.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
    for (let i = 0; i < stride; i++) {
      const left = i < step ? 0 : row[i - step];
      const corner = i < step ? 0 : above[i - step];
      row[i] += [0, left, above[i], (left + above[i]) >> 1, paeth(left, above[i], corner)][filter];
    }
    above = row;
  }
  return above;
}

function paeth(left, up, corner) {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
