/*
 * The gallery: one page of the library as the server lists it, or of the collection whose URL stands in the body's
 * data-collection.
 */
const { base, collection } = document.body.dataset;
const asked = new URL(location.href).searchParams;
const page = Math.max(1, Number.parseInt(asked.get('page') ?? '1', 10) || 1);
const size = Number.parseInt(asked.get('limit') ?? '', 10);
const limit = size >= 1 ? Math.min(size, 100) : 60; // 100 is the most that the server lists at once
const items = document.getElementById('items');
const message = document.getElementById('message');
const count = document.getElementById('count');
const paging = document.getElementById('paging');

const drawings = {
  image: 'M3 5h18v14H3zM3 16l5-5 4 4 3-3 6 6M15.5 9.5h.01',
  texts: 'M12 6c-2.5-2-6-2.3-9-1.5v13c3-.8 6.5-.5 9 1.5 2.5-2 6-2.3 9-1.5v-13c-3-.8-6.5-.5-9 1.5zM12 6v13',
  collection: 'M3 6h6l2 2h10v11H3z',
};
const kinds = { image: 'Image', texts: 'Book', collection: 'Folder' };

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

function drawing(kind) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', drawings[kind] ?? drawings.image);
  svg.append(path);
  return svg;
}

/** An identifier in a URL: one segment, with "$" for "/". */
function segment(identifier) {
  return encodeURIComponent(identifier.replaceAll('/', '$')).replaceAll('%24', '$');
}

function pageUrl(number) {
  const url = new URL(location.href);
  url.searchParams.set('page', number);
  if (number === 1) {
    url.searchParams.delete('page');
  }
  return url.href;
}

/** The first text of a language map, in the reader's language where there is one. */
function text(map) {
  if (typeof map === 'string') {
    return map;
  }
  const languages = [...(navigator.languages ?? []), 'none', ...Object.keys(map ?? {})];
  for (const language of languages) {
    const values = map?.[language] ?? map?.[language.split('-')[0]];
    if (values?.length) {
      return values.join(' ');
    }
  }
  return '';
}

/** The page for people that belongs to the manifest or collection at a URL of this server; else that URL. */
function pageFor(id) {
  const [path] = id.split('?');
  const known = path.startsWith(`${base}/iiif/`)
    && path.slice(base.length).match(/^\/iiif\/(?:[23]\/)?(?:(.+)\/)?(?:manifest|collection)\.json$/);
  return known ? `${base}/${known[1] ?? ''}` : id;
}

function address(value) {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : first?.id ?? first?.['@id'];
}

function listed(item) {
  return {
    href: address(item.html) ?? address(item.id) ?? `${base}/${segment(item.identifier)}`,
    title: item.title || item.identifier,
    kind: item.mediatype ?? 'image',
    thumbnail: address(item.thumbnail),
  };
}

function collected(item) {
  return {
    href: address(item.homepage) ?? pageFor(item.id),
    title: text(item.label) || item.id,
    kind: item.type === 'Collection' ? 'collection' : item.thumbnail ? '' : 'texts',
    thumbnail: address(item.thumbnail),
  };
}

function picture(entry) {
  const box = element('span', { class: 'picture' }, drawing(entry.kind));
  if (!entry.thumbnail) {
    return box;
  }
  const image = element('img', { alt: '', loading: 'lazy', decoding: 'async' });
  image.addEventListener('load', () => {
    image.classList.add('shown');
    image.previousElementSibling?.remove();
  });
  image.addEventListener('error', () => image.remove());
  image.src = entry.thumbnail;
  box.append(image);
  return box;
}

function card(entry) {
  const caption = element('span', { class: 'caption' }, element('span', { class: 'name', dir: 'auto' }, entry.title));
  if (kinds[entry.kind]) {
    caption.append(element('span', { class: 'kind' }, kinds[entry.kind]));
  }
  return element('li', {}, element('a', { class: 'card', href: entry.href }, picture(entry), caption));
}

function bones() {
  return element('li', { 'aria-hidden': 'true' }, element('div', { class: 'card empty' },
    element('span', { class: 'picture' }),
    element('span', { class: 'caption' }, element('span', { class: 'bone' }), element('span', { class: 'bone' }))));
}

function say(title, detail, again) {
  const [heading, paragraph, button] = message.children;
  heading.textContent = title;
  paragraph.textContent = detail;
  button.hidden = !again;
  message.hidden = false;
  items.hidden = true;
}

/** 1 … 4 5 6 … 20: the ends, and the neighbours of where one is. */
function numbers(last) {
  const wanted = [1, last, page - 1, page, page + 1].filter((number) => number >= 1 && number <= last);
  return [...new Set(wanted)].sort((one, other) => one - other);
}

function showPaging(last) {
  const parts = [];
  let before = 0;
  for (const number of numbers(last)) {
    if (number > before + 1) {
      parts.push(element('span', { class: 'gap', 'aria-hidden': 'true' }, '…'));
    }
    parts.push(number === page
      ? element('span', { 'aria-current': 'page' }, element('span', { class: 'unseen' }, 'Page '), `${number}`)
      : element('a', { href: pageUrl(number), 'aria-label': `Page ${number}` }, `${number}`));
    before = number;
  }
  if (page > 1) {
    parts.unshift(element('a', { href: pageUrl(Math.min(page - 1, last)), rel: 'prev' }, 'Previous'));
  }
  if (page < last) {
    parts.push(element('a', { href: pageUrl(page + 1), rel: 'next' }, 'Next'));
  }
  paging.replaceChildren(...parts);
  paging.hidden = last < 2;
}

async function ask(url) {
  const answer = await fetch(url, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail ?? problem.title ?? `The server answered ${answer.status}.`);
  }
  return answer.json();
}

async function library() {
  const query = new URLSearchParams(asked);
  query.set('page', page);
  query.set('limit', limit);
  const list = await ask(`${base}/?${query}`);
  const total = list.total ?? list.numFound ?? list.items.length;
  const perPage = list.limit ?? limit;
  return { entries: list.items.map(listed), total, last: Math.max(1, Math.ceil(total / perPage)) };
}

async function folder() {
  document.getElementById('manifest').href = collection;
  document.getElementById('json').hidden = true;
  const whole = await ask(collection);
  const pages = whole.items.filter((item) => item.id.startsWith(`${collection}?page=`));
  if (pages.length === 0) {
    return { entries: whole.items.map(collected), total: whole.items.length, last: 1 };
  }
  const cut = await ask(`${collection}?page=${page}`);
  const total = Number(text(pages.at(-1).label).match(/\d+$/)); // they are called "…, 1001–1234"
  return { entries: cut.items.map(collected), total, last: pages.length };
}

function show({ entries, total, last }) {
  items.setAttribute('aria-busy', 'false');
  if (entries.length > 0) {
    items.replaceChildren(...entries.map(card));
    items.hidden = false;
    count.textContent = `${total.toLocaleString()} ${total === 1 ? 'item' : 'items'}`;
  } else if (page > 1) {
    say('Nothing on this page', `The list ends on page ${last}.`, false);
  } else {
    say('Nothing here yet', 'Put pictures, PDFs or folders of page images into the library folder: they appear without a restart.', false);
  }
  showPaging(last);
}

async function load() {
  message.hidden = true;
  items.replaceChildren(...Array.from({ length: 12 }, bones));
  items.hidden = false;
  try {
    show(await (collection ? folder() : library()));
  } catch (failure) {
    items.setAttribute('aria-busy', 'false');
    count.textContent = '';
    say('The list could not be fetched', failure.message, true);
  }
}

message.querySelector('button').addEventListener('click', load);
load();
