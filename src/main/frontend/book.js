/*
 * The book page: Mirador with one window on the manifest that the page names. Nothing is fetched but what the
 * manifest leads to.
 */
import { updateConfig, viewer } from 'mirador';

const root = document.getElementById('viewer');
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const languages = ['ar', 'bg', 'de', 'en', 'et', 'fa', 'fr', 'hr', 'hu', 'it', 'ja', 'lt', 'nb-NO', 'nl', 'pl', 'pt-BR',
  'sr', 'sv', 'vi', 'zh-CN', 'zh-TW'];

function language() {
  const wished = navigator.languages ?? [navigator.language];
  for (const tag of wished) {
    const found = languages.find((one) => one === tag) ?? languages.find((one) => one === tag.split('-')[0]);
    if (found) {
      return found;
    }
  }
  return 'en';
}

function theme() {
  return dark.matches ? 'dark' : 'light';
}

const accent = { light: { main: '#8a3b12' }, dark: { main: '#f0a870' } };
const fontFamily = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

const mirador = viewer({
  id: root.id,
  language: language(),
  selectedTheme: theme(),
  theme: { typography: { fontFamily } },
  themes: {
    light: { palette: { mode: 'light', primary: accent.light, secondary: accent.light } },
    dark: { palette: { mode: 'dark', primary: accent.dark, secondary: accent.dark } },
  },
  catalog: [],
  windows: [{ manifestId: root.dataset.manifest, thumbnailNavigationPosition: 'far-bottom' }],
  window: {
    allowClose: false,
    allowFullscreen: true,
    allowMaximize: false,
    hideWindowTitle: true,
    sideBarPanel: 'info',
  },
  workspace: { allowNewWindows: false, draggingEnabled: false, showZoomControls: true, type: 'mosaic' },
  workspaceControlPanel: { enabled: false },
});

dark.addEventListener('change', () => mirador.store.dispatch(updateConfig({ selectedTheme: theme() })));
