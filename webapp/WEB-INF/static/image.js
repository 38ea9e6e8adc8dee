/* The image page: OpenSeadragon over the whole window, with buttons and keys of its own. */
const OpenSeadragon = window.OpenSeadragon;
const place = document.getElementById('viewer');
const tools = document.querySelector('.tools');
const loading = document.getElementById('loading');
const message = document.getElementById('message');
const keys = document.getElementById('keys');
const stage = document.getElementById('stage');

let viewer;

function say(title, detail) {
  const [heading, paragraph] = message.children;
  heading.textContent = title;
  paragraph.textContent = detail;
  message.hidden = false;
  loading.hidden = true;
  tools.hidden = true;
}

async function information() {
  const answer = await fetch(place.dataset.info, { headers: { Accept: 'application/ld+json, application/json' } });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail ?? problem.title ?? `The server answered ${answer.status}.`);
  }
  return answer.json();
}

const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * OpenSeadragon puts a style element into the page unless one is there, which the page's policy forbids.
 * The rule in it stands in site.css; an element of that name without a meaning keeps it from trying.
 */
function keepStyleOut() {
  const standIn = document.createElementNS('urn:lectern:none', 'style');
  standIn.setAttribute('data-openseadragon-mobile-css', 'true');
  document.head.append(standIn);
}

function make(info) {
  return new OpenSeadragon({
    element: place,
    tileSources: info,
    showNavigationControl: false,
    showNavigator: true,
    navigatorPosition: 'TOP_RIGHT',
    navigatorSizeRatio: 0.15,
    animationTime: still ? 0 : 0.9,
    immediateRender: still,
    blendTime: still ? 0 : 0.15,
    visibilityRatio: 0.4,
    minZoomImageRatio: 0.8,
    maxZoomPixelRatio: 4,
    gestureSettingsTouch: { pinchRotate: true },
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
    crossOriginPolicy: 'Anonymous',
  });
}

/** A tile now and then may fail; when none arrives, the picture cannot be shown. */
function watchTiles() {
  let arrived = false;
  let failed = 0;
  viewer.addHandler('tile-loaded', () => {
    arrived = true;
    loading.hidden = true;
  });
  viewer.addHandler('tile-load-failed', () => {
    failed += 1;
    if (!arrived && failed === 3) {
      say('The image could not be shown', 'Its description is there, but the server could not make its tiles.');
    }
  });
}

async function open() {
  message.hidden = true;
  loading.hidden = false;
  viewer?.destroy();
  try {
    viewer = make(await information());
  } catch (failure) {
    say('The image could not be opened', failure.message);
    return;
  }
  viewer.addHandler('open', () => {
    tools.hidden = false;
    viewer.canvas.setAttribute('aria-label', place.dataset.label);
    stage.classList.add('quiet');
    viewer.canvas.focus({ preventScroll: true });
  });
  viewer.addHandler('open-failed', (event) => say('The image could not be opened', event.message));
  watchTiles();
}

function zoom(factor) {
  viewer.viewport.zoomBy(factor);
  viewer.viewport.applyConstraints();
}

function turn(degrees) {
  viewer.viewport.setRotation(viewer.viewport.getRotation() + degrees);
}

function fullScreen() {
  if (document.fullscreenElement) {
    document.exitFullscreen();
  } else {
    stage.requestFullscreen();
  }
}

const actions = {
  in: () => zoom(1.6),
  out: () => zoom(1 / 1.6),
  home: () => viewer.viewport.goHome(),
  left: () => turn(-90),
  right: () => turn(90),
  full: fullScreen,
  help: () => keys.showModal(),
};

tools.addEventListener('click', (event) => actions[event.target.closest('button')?.dataset.do]?.());
tools.querySelector('[data-do="full"]').hidden = !document.fullscreenEnabled;
message.querySelector('button').addEventListener('click', open);
document.addEventListener('keydown', (event) => {
  stage.classList.remove('quiet');
  if (event.key === '?' && !keys.open) {
    event.preventDefault();
    actions.help();
  }
});
keepStyleOut();
open();
