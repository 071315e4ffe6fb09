import { element, given, paragraph } from './dom.js';
import { themeSwitch } from './theme.js';

/**
 * Puts the page together.
 *
 * @param title what it is about, which somebody else chose
 * @param sections lists of an id, a heading, and what makes the content; one that returns null is left out
 * @param below what the foot begins with; null for nothing
 */
export function show({ title, sections, below }) {
  document.title = `${title} · Nightsweep`;
  const made = sections.map(([id, heading, make]) => section(id, heading, make())).filter(one => one !== null);
  document.body.prepend(
    element('a', { class: 'skip', href: '#result' }, 'Skip to the result'),
    element('div', { class: 'frame' },
      element('header', { class: 'top' }, element('h1', {}, given(title)), themeSwitch()),
      element('div', { class: 'columns' }, contents(made), element('main', {}, made)),
      footer(below)));
  followReader(made);
}

function section(id, title, content) {
  if (content === null) {
    return null;
  }
  const heading = element('h2', { id: `${id}-title` }, title);
  return element('section', { id, 'aria-labelledby': heading.id }, heading, content);
}

function contents(made) {
  return element('nav', { 'aria-label': 'Sections' }, element('ol', {}, made.map(one =>
    element('li', {}, element('a', { href: `#${one.id}` }, one.querySelector('h2').textContent)))));
}

/** Marks in the contents the section that is being read. */
function followReader(made) {
  const links = new Map([...document.querySelectorAll('nav a')].map(link => [link.hash.slice(1), link]));
  const watcher = new IntersectionObserver(entries => {
    for (const entry of entries.filter(one => one.isIntersecting)) {
      links.forEach(link => link.removeAttribute('aria-current'));
      links.get(entry.target.id).setAttribute('aria-current', 'true');
    }
  }, { rootMargin: '-20% 0px -70% 0px' });
  made.forEach(one => watcher.observe(one));
}

function footer(below) {
  return element('footer', {},
    below,
    paragraph('Made by Nightsweep. This file needs no network and no server. Charts are drawn by Apache ECharts ',
      `${echarts.version} (Apache License 2.0), which is part of it.`));
}
