// What a row of a table says of an answer, word by word. Each word is a function that says what is wrong, or nothing.
import { gunzipSync } from 'node:zlib';
import { pixel, samples, size } from './picture.mjs';

/** What is wrong with an answer: nothing, or a sentence for each expectation that it fails. */
export function faults(answer, before, expected, base) {
  // A value in double quotes may hold spaces: body~"two words".
  const [status, ...checks] = expected.match(/[^\s"]+[~=]"[^"]*"(?=\s|$)|\S+/g);
  const wrong = String(answer.status) === status ? [] : [`status ${answer.status}, not ${status}`];
  for (const written of checks) {
    const bare = written.replace(/^([^~="]+[~=]{1,2})"(.*)"$/, '$1$2');
    const check = filled(bare.replaceAll('{base}', base), before);
    const fault = check.startsWith('!') ? denied(answer, before, check.slice(1), base) : failed(answer, before, check, base);
    if (fault) wrong.push(fault);
  }
  return wrong;
}

/** {etag} and every other header of the answer before. */
export function filled(text, before) {
  return text.replace(/\{([a-z-]+)\}/g, (whole, name) => {
    const value = before?.headers[name];
    if (value === undefined) throw new Error(`the row before has no header for ${whole}`);
    return value;
  });
}

function denied(answer, before, check, base) {
  if (/^[\w-]+$/.test(check) && check !== 'empty' && check !== 'length') {
    return answer.headers[check] === undefined ? '' : `${check}: ${answer.headers[check]}, where none belongs`;
  }
  return failed(answer, before, check, base) ? '' : `${check}, which must not be`;
}

const words = {
  size: (answer, before, value) => same('size', size(answer.body), value),
  samples: (answer, before, value) => same('samples', String(samples(answer.body)), value),
  bytes: (answer, before, value) =>
    value === 'same' ? (text(before).equals(text(answer)) ? '' : 'another body than that of the row before') : `no word bytes=${value}`,
  once: (answer, before, value) => {
    const fields = answer.names.filter((name) => name === value).length;
    return fields === 1 ? '' : `${fields} fields ${value}, not one`;
  },
  canonical: (answer, before, value, base) => same('canonical', canonical(answer), base + value),
  pixel: (answer, before, value) => {
    const [, x, y, colour, tolerance = 0] = value.match(/^(\d+),(\d+):((?:[0-9a-f]{2}|\.\.){3,4})(?:~(\d+))?$/) ?? [];
    if (x === undefined) return `no pixel: ${value}`;
    const got = pixel(answer.body, Number(x), Number(y));
    const close = colour.padEnd(8, 'f').match(/../g).every(
      (sample, i) => sample === '..' || Math.abs(parseInt(sample, 16) - got[i]) <= tolerance);
    return close ? '' : `pixel ${x},${y} is ${Buffer.from(got).toString('hex')}, not ${colour}`;
  },
};

function failed(answer, before, check, base) {
  if (check === 'empty') return answer.body.length === 0 ? '' : `a body of ${answer.body.length} bytes`;
  if (check === 'length') return same('content-length', answer.headers['content-length'], String(answer.body.length));
  const at = check.search(/[~=]/);
  if (at < 0) return same('type', (answer.headers['content-type'] ?? '').split(';')[0], check);
  const exact = check.startsWith('==', at);
  const [name, operator] = [check.slice(0, at), exact ? '==' : check[at]];
  const value = check.slice(at + operator.length);
  if (operator === '=' && Object.hasOwn(words, name)) return words[name](answer, before, value, base);
  if (operator === '=') return json(answer, name, value);
  if (name === 'body') return text(answer).toString('utf8').includes(value) ? '' : `body without ${value}`;
  const header = answer.headers[name.toLowerCase()];
  if (exact) return same(name, header, value);
  return header !== undefined && String(header).includes(value) ? '' : `${name}: ${header}, without ${value}`;
}

function same(name, got, wanted) {
  return got === wanted ? '' : `${name} is ${got}, not ${wanted}`;
}

/** The body without its gzip. */
function text({ headers, body }) {
  return headers['content-encoding'] === 'gzip' && body.length > 0 ? gunzipSync(body) : body;
}

function canonical(answer) {
  return answer.headers.link?.match(/<([^>]*)>;\s*rel="canonical"/)?.[1];
}

/** A value in a JSON document: tiles.0.scaleFactors. */
function json(answer, path, wanted) {
  let value;
  try {
    value = JSON.parse(text(answer).toString('utf8'));
  } catch {
    return `no JSON to hold ${path}`;
  }
  for (const step of path.split('.')) value = value?.[step];
  const got = value === undefined ? 'absent' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return same(path, got, wanted);
}
