import { configurations, trial } from '../data.js';
import { element, given, oneOf, paragraph, select } from '../dom.js';
import { score } from '../format.js';
import { data } from '../island.js';
import { label } from '../label.js';
import { classColour, drawBorder } from '../plane.js';
import { colours, onTheme } from '../theme.js';

const SOLVED = 0.95;
const FAILED = 0.75;
const FEW = 8;
const MARKS = { separates: '\u2713\u00a0', fails: '\u2717\u00a0' };
const POINTS = [{ value: 'all', label: 'All' }, { value: 'train', label: 'Trained on' }, { value: 'others', label: 'Others' },
  { value: 'none', label: 'None' }];

/** Where networks draw their borders through data of two features: a picture a configuration. */
export function borders() {
  const { pictures, planes } = data.borders;
  const rows = new Map(configurations.map(row => [row.configuration, row]));
  const known = pictures.map(picture => ({ ...picture, row: rows.get(picture.configuration), result: trial(picture.trial) }))
    .filter(one => one.row);
  if (known.length === 0) {
    return null;
  }
  const best = known.find(one => one.configuration === data.best[0]?.configuration) ?? known[0];
  const axes = data.axes.filter(axis => new Set(known.map(one => one.row[axis.column])).size > 1);
  const state = { points: 'all', ...places(axes, known), fixed: new Map(axes.map(axis => [axis.name, best.row[axis.column]])) };
  const validated = planes.some(plane => plane.points.some(group => group.set === 'validation'));
  const box = element('div');
  const draw = () => box.replaceChildren(...gallery(known, planes, axes, state));
  draw();
  onTheme(() => box.querySelectorAll('canvas').forEach(canvas => canvas.draw()));
  return [
    paragraph(`What each network says all over the plane: the deeper a colour the surer it is; where it fades is its border. Below stands the accuracy `,
      `on test examples: \u2713 from ${SOLVED} on, where the network separates the classes; \u2717 under ${FAILED}, where it fails. It is the best repeat `,
      'of its configuration; border.svg in the folder of each trial is its picture for papers.'),
    element('ul', { class: 'keys' }, keys(known[0].labels),
      key('train', 'training examples, filled'), key('others', `${validated ? 'validation and test' : 'test'} examples, hollow`)),
    element('div', { class: 'controls' }, 'Points', oneOf('Points', POINTS, state.points, value => { state.points = value; draw(); })),
    box,
  ];
}

/** Which axes go across and down: one that changes the data goes across, as nothing else separates pictures so well. */
function places(axes, known) {
  const planesOf = axis => new Set(known.map(one => `${one.row[axis.column]} ${one.plane}`)).size;
  const changesData = axes.find(axis => new Set(known.map(one => one.plane)).size > 1
    && planesOf(axis) === new Set(known.map(one => one.row[axis.column])).size);
  const across = changesData ?? axes[axes.length - 1];
  const down = axes.find(axis => axis !== across);
  return { across: across?.name, down: down?.name };
}

function gallery(known, planes, axes, state) {
  const across = axes.find(axis => axis.name === state.across);
  const down = axes.find(axis => axis.name === state.down);
  if (!down || across === down || across.values.length > FEW) {
    return [wrapped(known, planes, state)];
  }
  const others = axes.filter(axis => axis !== across && axis !== down);
  const box = element('div');
  const draw = () => box.replaceChildren(matrix(known.filter(one => others.every(axis => one.row[axis.column] === state.fixed.get(axis.name))),
    planes, across, down, state));
  draw();
  const controls = others.map(axis => select(axis.name, axis.values.map(value => ({ value, label: value })), state.fixed.get(axis.name),
    value => { state.fixed.set(axis.name, value); draw(); }));
  return [controls.length ? element('div', { class: 'controls' }, controls) : '', box];
}

/** A row for each value of one axis, a column for each of another. */
function matrix(known, planes, across, down, state) {
  const made = element('div', { class: 'borders' },
    element('div'), across.values.map(value => element('div', { class: 'head' }, given(value))),
    down.values.flatMap(value => [element('div', { class: 'side' }, given(value)),
      ...across.values.map(other => {
        const one = known.find(found => found.row[down.column] === value && found.row[across.column] === other);
        return one ? picture(one, planes, state, '') : element('div', { class: 'empty' }, 'none completed');
      })]));
  made.style.gridTemplateColumns = `fit-content(5.5rem) repeat(${across.values.length}, minmax(0, 1fr))`;
  return made;
}

function wrapped(known, planes, state) {
  const made = element('div', { class: 'borders' }, known.map(one => picture(one, planes, state, label(one.row))));
  made.style.gridTemplateColumns = 'repeat(auto-fill, minmax(min(11rem, 45%), 1fr))';
  return made;
}

function picture(one, planes, state, name) {
  const accuracy = one.result?.['test-accuracy'] ?? null;
  const said = accuracy === null ? '' : accuracy >= SOLVED ? 'separates' : accuracy < FAILED ? 'fails' : '';
  const canvas = element('canvas', { width: 300, height: 300, role: 'img',
    'aria-label': `Border of ${label(one.row)}, test accuracy ${score(accuracy)}${said ? `: ${said}` : ''}` });
  canvas.draw = () => drawBorder(canvas, one, planes[one.plane], colours(), state.points);
  canvas.draw();
  return element('figure', { class: 'picture' }, canvas, element('figcaption', {},
    name ? element('div', {}, given(name)) : null,
    element('span', { class: said === 'separates' ? 'solved' : said === 'fails' ? 'failed' : '' }, `${MARKS[said] ?? ''}${score(accuracy, 3)}`)));
}

function keys(labels) {
  return labels.map((name, i) => {
    const mark = element('i', { 'aria-hidden': 'true' });
    const paint = () => { mark.style.background = classColour(colours(), i); };
    paint();
    onTheme(paint);
    return element('li', {}, mark, given(name));
  });
}

function key(kind, words) {
  const mark = element('i', { 'aria-hidden': 'true' });
  mark.style.borderColor = 'var(--quiet)';
  mark.style.background = kind === 'train' ? 'var(--quiet)' : 'transparent';
  return element('li', {}, mark, words);
}
