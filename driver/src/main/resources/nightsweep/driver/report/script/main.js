import { data } from './data.js';
import { element, given, paragraph } from './dom.js';
import { themeSwitch } from './theme.js';
import { classes } from './sections/classes.js';
import { comparisons } from './sections/comparisons.js';
import { confusion } from './sections/confusion.js';
import { curves } from './sections/curves.js';
import { effects } from './sections/effects.js';
import { environment } from './sections/environment.js';
import { headline } from './sections/headline.js';
import { layers } from './sections/layers.js';
import { mistakes } from './sections/mistakes.js';
import { notes } from './sections/notes.js';
import { parallel } from './sections/parallel.js';
import { published } from './sections/published.js';
import { ranking } from './sections/ranking.js';
import { repeats } from './sections/repeats.js';
import { separation } from './sections/separation.js';
import { sweepFile } from './sections/sweepfile.js';
import { verdicts } from './sections/verdicts.js';

/** In the order in which a person asks: what came out, why, how sure, from what. A section that returns null is left out. */
const SECTIONS = [
  ['result', 'Result', headline],
  ['notes', 'Read this first', notes],
  ['ranking', 'Ranking', ranking],
  ['comparisons', 'Beside the best', comparisons],
  ['parallel', 'All trials at a glance', parallel],
  ['effects', 'What each axis does', effects],
  ['verdicts', 'Verdicts', verdicts],
  ['curves', 'Learning curves', curves],
  ['layers', 'Inside the networks', layers],
  ['repeats', 'Repeats', repeats],
  ['confusion', 'Confusion', confusion],
  ['classes', 'Classes', classes],
  ['separation', 'Telling classes apart', separation],
  ['mistakes', 'Most confident mistakes', mistakes],
  ['published', 'Published figures', published],
  ['sweep', 'Sweep file', sweepFile],
  ['environment', 'Environment', environment],
];

document.title = `${data.run.name} · Nightsweep`;
const made = SECTIONS.map(([id, title, make]) => section(id, title, make())).filter(one => one !== null);
document.body.prepend(
  element('a', { class: 'skip', href: '#result' }, 'Skip to the result'),
  element('div', { class: 'frame' },
    element('header', { class: 'top' }, element('h1', {}, given(data.run.name)), themeSwitch()),
    element('div', { class: 'columns' }, contents(), element('main', {}, made)),
    footer()));
followReader();

function section(id, title, content) {
  if (content === null) {
    return null;
  }
  const heading = element('h2', { id: `${id}-title` }, title);
  return element('section', { id, 'aria-labelledby': heading.id }, heading, content);
}

function contents() {
  return element('nav', { 'aria-label': 'Sections' }, element('ol', {}, made.map(one =>
    element('li', {}, element('a', { href: `#${one.id}` }, one.querySelector('h2').textContent)))));
}

/** Marks in the contents the section that is being read. */
function followReader() {
  const links = new Map([...document.querySelectorAll('nav a')].map(link => [link.hash.slice(1), link]));
  const watcher = new IntersectionObserver(entries => {
    for (const entry of entries.filter(one => one.isIntersecting)) {
      links.forEach(link => link.removeAttribute('aria-current'));
      links.get(entry.target.id).setAttribute('aria-current', 'true');
    }
  }, { rootMargin: '-20% 0px -70% 0px' });
  made.forEach(one => watcher.observe(one));
}

function footer() {
  return element('footer', {},
    data.run.description ? paragraph(given(data.run.description)) : null,
    paragraph('Made by Nightsweep. This file needs no network and no server. Charts are drawn by Apache ECharts ',
      `${echarts.version} (Apache License 2.0), which is part of it.`));
}
