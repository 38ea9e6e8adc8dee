// Walks a table of requests: node walk.mjs stock|conf tomcat|jetty BASE_URL TABLE…
// Paths are sent as they are written: no library may tidy them on the way.
import { readFileSync } from 'node:fs';
import http from 'node:http';

const containers = ['tomcat', 'jetty'];
const [column, container, base, ...tables] = process.argv.slice(2);
if (!['stock', 'conf'].includes(column) || !containers.includes(container) || !base || tables.length === 0) {
  console.error('usage: node walk.mjs stock|conf tomcat|jetty BASE_URL TABLE…');
  process.exit(2);
}
const root = new URL(base);
const contextPath = root.pathname.replace(/\/$/, '');
const agent = new http.Agent({ keepAlive: false }); // containers break off after what they refuse

function rows(table) {
  return readFileSync(table, 'utf8')
    .split('\n')
    .map((line, index) => ({ line: line.trim(), where: `${table.split('/').pop()}:${index + 1}` }))
    .filter(({ line }) => line && !line.startsWith('#'))
    .map(({ line, where }) => {
      const [first, stock, conf, headers = ''] = line.split(' | ').map((field) => field.trim());
      const [, only, request] = first.match(/^(?:\[(\w+)\] )?(.*)$/);
      const space = request.indexOf(' ');
      if (space < 0 || !stock || !conf || (only && !containers.includes(only))) throw new Error(`${where}: not a row: ${line}`);
      return {
        where,
        only,
        method: request.slice(0, space),
        path: request.slice(space + 1),
        expected: column === 'stock' || conf === '=' ? stock : conf,
        headers: Object.fromEntries(
          headers.split(' ; ').filter(Boolean).map((header) => {
            const colon = header.indexOf(':');
            return [header.slice(0, colon).trim(), header.slice(colon + 1).trim()];
          })),
      };
    });
}

function send({ method, path, headers }) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { agent, host: root.hostname, port: root.port, method, path: contextPath + path, headers, timeout: 30000 },
      (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
        response.on('error', reject);
      });
    request.on('timeout', () => request.destroy(new Error('no answer within 30 s')));
    request.on('error', reject);
    request.end();
  });
}

/** Width x height from the bytes of a PNG or a JPEG. */
function size(body) {
  if (body.length > 24 && body.readUInt32BE(0) === 0x89504e47) return `${body.readUInt32BE(16)}x${body.readUInt32BE(20)}`;
  for (let at = 2; at + 9 < body.length && body[at] === 0xff; at += 2 + body.readUInt16BE(at + 2)) {
    const marker = body[at + 1];
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return `${body.readUInt16BE(at + 7)}x${body.readUInt16BE(at + 5)}`;
  }
  return 'no size';
}

const quoted = (text) => text.replaceAll('{base}', base.replace(/\/$/, ''));

/** What is wrong with an answer: nothing, or a sentence for each expectation that it fails. */
function faults(answer, expected) {
  // A value in double quotes may hold spaces: body~"two words".
  const [status, ...checks] = expected.match(/[^\s"]+[~=]"[^"]*"(?=\s|$)|\S+/g).map(quoted);
  const wrong = [];
  if (String(answer.status) !== status) wrong.push(`status ${answer.status}, not ${status}`);
  for (const check of checks) {
    const fault = failed(answer, check);
    if (fault) wrong.push(fault);
  }
  return wrong;
}

function failed(answer, check) {
  const type = (answer.headers['content-type'] ?? '').split(';')[0];
  const text = () => answer.body.toString('utf8');
  const at = check.search(/[~=]/);
  if (at < 0) return type === check ? '' : `type ${type}, not ${check}`;
  const [name, operator, value] = [check.slice(0, at), check[at], check.slice(at + 1).replace(/^"(.*)"$/, '$1')];
  if (name === 'size') return size(answer.body) === value ? '' : `size ${size(answer.body)}, not ${value}`;
  if (name === 'body') return text().includes(value) ? '' : `body without ${value}`;
  if (operator === '~') {
    const header = answer.headers[name.toLowerCase()];
    return header !== undefined && String(header).includes(value) ? '' : `${name}: ${header}, without ${value}`;
  }
  let json;
  try {
    json = JSON.parse(text());
  } catch {
    return `no JSON to hold ${check}`;
  }
  const got = typeof json[name] === 'object' ? JSON.stringify(json[name]) : String(json[name]);
  return got === value ? '' : `${name} is ${got}, not ${value}`;
}

let wrong = 0;
let count = 0;
for (const row of tables.flatMap(rows).filter(({ only }) => !only || only === container)) {
  count++;
  try {
    const answer = await send(row);
    const found = faults(answer, row.expected);
    // Whatever goes wrong, nothing of the machine shows, and nothing comes empty.
    const text = answer.body.toString('latin1');
    if (/\bat (org|java|jakarta)\.[\w.$]+\(/.test(text)) found.push('a stack trace in the body');
    if (answer.status === 200 && row.method === 'GET' && answer.body.length === 0) found.push('an empty 200');
    if (found.length > 0) {
      wrong++;
      console.log(`FAIL ${row.where} ${row.method} ${contextPath}${row.path}\n     ${found.join('; ')}\n     ${text.slice(0, 300).replaceAll('\n', ' ')}`);
    }
  } catch (error) {
    wrong++;
    console.log(`FAIL ${row.where} ${row.method} ${contextPath}${row.path}\n     ${error.message}`);
  }
}
console.log(`${count - wrong} of ${count} as expected (${container}, ${column}, ${base})`);
process.exit(wrong > 0 ? 1 : 0);
