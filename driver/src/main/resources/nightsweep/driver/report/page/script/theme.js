import { element, oneOf } from './dom.js';

const listeners = [];
const probe = element('i', { hidden: true });
const system = matchMedia('(prefers-color-scheme: dark)');
const KEY = 'nightsweep-theme';

/** Calls back whenever colours have changed. */
export function onTheme(listener) {
  listeners.push(listener);
}

function tell() {
  listeners.forEach(listener => listener());
}

function colour(name) {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
}

/** The colours of the style sheet, as they are now. */
export function colours() {
  document.body.append(probe);
  const found = {
    paper: colour('paper'), raised: colour('raised'), ink: colour('ink'), quiet: colour('quiet'), line: colour('line'),
    accent: colour('accent'), good: colour('good'), bad: colour('bad'),
    categories: [1, 2, 3, 4, 5, 6, 7, 8].map(n => colour(`category-${n}`)),
    scale: [1, 2, 3, 4, 5].map(n => colour(`scale-${n}`)),
  };
  probe.remove();
  return found;
}

/** The colours of the light style, in which charts are saved: papers are printed on white. */
export function printColours() {
  const root = document.documentElement;
  const before = root.dataset.theme;
  root.dataset.theme = 'light';
  const found = colours();
  set(before);
  return { ...found, paper: '#ffffff', raised: '#ffffff' };
}

function set(theme) {
  if (theme) {
    document.documentElement.dataset.theme = theme;
  } else {
    delete document.documentElement.dataset.theme;
  }
}

/** The switch between light, dark and what the system says; remembered where the browser lets a file do so. */
export function themeSwitch() {
  const kept = remembered();
  set(kept);
  system.addEventListener('change', tell);
  const options = [{ value: '', label: 'Auto' }, { value: 'light', label: 'Light' }, { value: 'dark', label: 'Dark' }];
  return oneOf('Colours', options, kept, theme => {
    set(theme);
    remember(theme);
    tell();
  });
}

function remembered() {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : '';
  } catch {
    return '';
  }
}

function remember(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Then it holds as long as the page is open.
  }
}
