/*
 * Bundles the viewers: node build.mjs OUTPUT-FOLDER
 *
 * OUTPUT-FOLDER/static/viewers gets openseadragon.js, book.js (Mirador with all it needs) and LICENSES.txt.
 * Nothing happens when neither this folder nor the output has changed since the last time.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const installed = ['package.json', 'package-lock.json', 'icons/package.json'];
const bundled = [...installed, 'icons/LICENSE', 'build.mjs', 'book.js'];
const outputs = ['openseadragon.js', 'book.js', 'LICENSES.txt'];

function fingerprint(names) {
  const hash = createHash('sha256');
  for (const name of names) {
    hash.update(name).update('\0').update(readFileSync(join(here, name))).update('\0');
  }
  return hash.digest('hex');
}

function holds(file, text) {
  return existsSync(file) && readFileSync(file, 'utf8') === text;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

function install() {
  const stamp = join(here, 'node_modules', '.lectern');
  const wanted = fingerprint(installed);
  if (holds(stamp, wanted)) {
    return;
  }
  console.log('Fetching the viewers that package-lock.json names (npm ci) …');
  // On Windows npm is a script, which only a shell can start.
  const npm = spawnSync('npm ci --ignore-scripts --no-audit --no-fund --loglevel=error',
    { cwd: here, stdio: ['ignore', 'inherit', 'inherit'], shell: true });
  if (npm.status !== 0) {
    fail('npm could not fetch the viewers. Is npm installed beside Node.js, and can it reach its registry?');
  }
  writeFileSync(stamp, wanted);
}

/** The package a path of a bundle or source map belongs to. */
function packageOf(path) {
  const below = path.split('node_modules/').slice(1).pop();
  if (!below) {
    return undefined;
  }
  const [first, second] = below.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** Where a package lies that Mirador's own bundle was made with: its private copy before the common one. */
function folderOf(name) {
  const own = join(here, 'node_modules/mirador/node_modules', name);
  return existsSync(own) ? own : join(here, 'node_modules', name);
}

function licence(folder) {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name)).sort();
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n').trim());
  const author = typeof about.author === 'string' ? about.author : about.author?.name;
  const text = texts.join('\n\n') || `(The package brings no licence text; it declares: ${about.license}.)`;
  return { title: `${about.name} ${about.version}`, terms: `${about.license}${author ? `, ${author}` : ''}`, text };
}

function licences(metafile) {
  const folders = new Set([join(here, 'node_modules/openseadragon'), join(here, 'node_modules/mirador')]);
  for (const path of Object.keys(metafile.inputs)) {
    const name = packageOf(path);
    if (name) {
      folders.add(join(here, path.slice(0, path.lastIndexOf('node_modules/')), 'node_modules', name));
    }
  }
  const map = JSON.parse(readFileSync(join(here, 'node_modules/mirador/dist/mirador.es.js.map'), 'utf8'));
  for (const source of map.sources) {
    const name = packageOf(source);
    if (name) {
      folders.add(folderOf(name));
    }
  }
  const all = [...new Map([...folders].map(licence).map((one) => [one.title, one])).values()];
  return all.sort((one, other) => (one.title < other.title ? -1 : 1));
}

function licenceFile(all) {
  const rule = '='.repeat(80);
  const list = all.map((one) => `${one.title} (${one.terms})`).join('\n');
  const texts = all.map((one) => `${rule}\n${one.title}\n${rule}\n\n${one.text}\n`).join('\n');
  return `The viewers in this folder are made of these packages:\n\n${list}\n\n${texts}`;
}

async function bundle(folder) {
  const esbuild = await import('esbuild');
  const result = await esbuild.build({
    absWorkingDir: here,
    entryPoints: ['book.js'],
    outfile: join(folder, 'book.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  copyFileSync(join(here, 'node_modules/openseadragon/build/openseadragon/openseadragon.min.js'),
    join(folder, 'openseadragon.js'));
  writeFileSync(join(folder, 'LICENSES.txt'), licenceFile(licences(result.metafile)));
}

const target = process.argv[2] ? resolve(process.argv[2]) : fail('usage: node build.mjs OUTPUT-FOLDER');
const viewers = join(target, 'static/viewers');
const stamp = join(target, 'stamp');
const wanted = fingerprint(bundled);
if (!holds(stamp, wanted) || !outputs.every((name) => existsSync(join(viewers, name)))) {
  install();
  rmSync(target, { recursive: true, force: true });
  mkdirSync(viewers, { recursive: true });
  await bundle(viewers);
  writeFileSync(stamp, wanted);
}
