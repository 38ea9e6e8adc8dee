// Walks tables of requests: node walk.mjs stock|conf tomcat|jetty BASE_URL TABLE…
// Paths are sent as they are written: no library may tidy them on the way.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { faults, filled } from './checks.mjs';

const containers = ['tomcat', 'jetty'];
const [column, container, url, ...tables] = process.argv.slice(2);
if (!['stock', 'conf'].includes(column) || !containers.includes(container) || !url || tables.length === 0) {
  console.error('usage: node walk.mjs stock|conf tomcat|jetty BASE_URL TABLE…');
  process.exit(2);
}
const base = url.replace(/\/$/, '');
const root = new URL(url);
const contextPath = root.pathname.replace(/\/$/, '');
const agent = new http.Agent({ keepAlive: false }); // containers break off after what they refuse

function rows(table) {
  return readFileSync(table, 'utf8')
    .split('\n')
    .map((line, index) => ({ line: line.trim(), where: `${table.split('/').pop()}:${index + 1}` }))
    .filter(({ line }) => line && !line.startsWith('#'))
    .map(({ line, where }) => row(line, where));
}

function row(line, where) {
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
    headers: headers.split(' ; ').filter((header) => header && header !== '-'),
  };
}

function send({ method, path, headers }, before) {
  const fields = {};
  for (const header of headers) {
    const colon = header.indexOf(':');
    const name = header.slice(0, colon).trim();
    (fields[name] ??= []).push(filled(header.slice(colon + 1).trim(), before));
  }
  for (const name of Object.keys(fields)) if (fields[name].length === 1) fields[name] = fields[name][0];
  return new Promise((resolve, reject) => {
    const request = http.request(
      { agent, host: root.hostname, port: root.port, method, path: contextPath + path, headers: fields, timeout: 30000 },
      (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        const names = response.rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
        const answer = { status: response.statusCode, headers: response.headers, names };
        response.on('end', () => resolve({ ...answer, body: Buffer.concat(parts) }));
        response.on('error', reject);
      });
    request.on('timeout', () => request.destroy(new Error('no answer within 30 s')));
    request.on('error', reject);
    request.end();
  });
}

/** Whatever goes wrong, nothing of the machine shows, and nothing comes empty. */
function never(answer, method) {
  const text = answer.body.toString('latin1');
  const found = [];
  if (/\bat (org|java|jakarta)\.[\w.$]+\(/.test(text)) found.push('a stack trace in the body');
  if (answer.status >= 400 && /\/(tmp|home|usr|var|opt|webapps)\//.test(text)) found.push('a path of the machine in the body');
  if (answer.status === 200 && method === 'GET' && answer.body.length === 0) found.push('an empty 200');
  return found;
}

let wrong = 0;
let count = 0;
let before;
for (const row of tables.flatMap(rows).filter(({ only }) => !only || only === container)) {
  count++;
  let found;
  let answer;
  try {
    answer = await send(row, before);
    found = [...faults(answer, before, row.expected, base), ...never(answer, row.method)];
  } catch (error) {
    found = [error.message];
  }
  if (found.length > 0) {
    wrong++;
    const shown = answer?.body.toString('latin1').slice(0, 300).replace(/[^ -~]/g, '.') ?? '';
    console.log(`FAIL ${row.where} ${row.method} ${contextPath}${row.path}\n     ${found.join('; ')}\n     ${shown}`);
  }
  before = answer;
}
console.log(`${count - wrong} of ${count} as expected (${container}, ${column}, ${base})`);
process.exit(wrong > 0 ? 1 : 0);
