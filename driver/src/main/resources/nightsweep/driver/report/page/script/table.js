import { element, given, paragraph } from './dom.js';
import { count, shown } from './format.js';
import { data } from './island.js';

const STEP = 25;
const LONG = 30;

/**
 * A table that sorts by its headers and filters by words.
 *
 * @param columns of `{name, title, words, decimals, signed, whole}`
 * @param rows lists of values, in the order of the columns
 * @param what its rows are called, such as `trials`
 * @param front whether a row stands out, of the row by column names; none does where it is left out
 * @param cards whether a row of a narrow screen is a block of lines, which long texts need
 * @param main the names of the columns that are shown at first, in this order; all where it is left out
 */
export function sortableTable({ columns, rows, what, main, front, cards }) {
  const state = { words: [], sorted: -1, descending: false, most: STEP, all: !main };
  const texts = rows.map(row => row.map(value => value ?? '').join(' ').toLowerCase());
  const head = element('thead');
  const body = element('tbody');
  const said = element('p', { role: 'status' });
  const more = element('button', { type: 'button', onclick: () => { state.most += 4 * STEP; fill(); } });
  const whole = element('button', { type: 'button', onclick: () => { state.most = Infinity; fill(); } });
  const search = element('input', {
    type: 'search',
    'aria-label': `Filter ${what}`,
    placeholder: `Filter ${what}`,
    oninput: () => {
      state.words = search.value.toLowerCase().split(/\s+/).filter(word => word);
      fill();
    },
  });

  function columnsNow() {
    const places = columns.map((column, i) => i);
    return state.all ? places : main.map(name => places.find(i => columns[i].name === name)).filter(i => i !== undefined);
  }

  function sort(i) {
    const first = columns[i].words || columns[i].whole ? false : true;
    state.descending = state.sorted === i ? !state.descending : first;
    state.sorted = i;
    drawHead(i);
    fill();
  }

  function drawHead(focused) {
    head.replaceChildren(element('tr', {}, columnsNow().map(i => {
      const order = state.sorted !== i ? 'none' : state.descending ? 'descending' : 'ascending';
      const button = element('button', { type: 'button', onclick: () => sort(i) }, given(columns[i].title.replace('+-', '±')));
      return element('th', { scope: 'col', 'aria-sort': order, class: columns[i].words ? '' : 'number' }, button);
    })));
    if (focused !== undefined) {
      head.querySelectorAll('button')[columnsNow().indexOf(focused)].focus();
    }
  }

  function fill() {
    const found = rows.map((row, i) => i).filter(i => state.words.every(word => texts[i].includes(word)));
    if (state.sorted >= 0) {
      found.sort((a, b) => compare(rows[a][state.sorted], rows[b][state.sorted], state.descending) || a - b);
    }
    const visible = columnsNow();
    body.replaceChildren(...found.slice(0, state.most).map(r =>
      element('tr', { class: front?.(byName(columns, rows[r])) ? 'front' : undefined }, visible.map(i => cell(rows[r][i], columns[i])))));
    const left = found.length - Math.min(state.most, found.length);
    said.textContent = left > 0
      ? `${count(found.length - left)} of ${count(found.length)} ${what}`
      : `${count(found.length)} ${what}${found.length < rows.length ? ` of ${count(rows.length)}` : ''}`;
    more.hidden = left <= 4 * STEP;
    more.textContent = `Show ${4 * STEP} more`;
    whole.hidden = left === 0;
    whole.textContent = `Show all ${count(found.length)}`;
  }

  drawHead();
  fill();
  const wide = main === undefined ? null : element('label', {}, element('input', {
    type: 'checkbox',
    onchange: event => { state.all = event.target.checked; drawHead(); fill(); },
  }), 'All columns');
  return element('div', { class: cards ? 'table cards' : 'table' },
    element('div', { class: 'controls' }, search, wide),
    element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Table of ${what}` },
      element('table', {}, head, body)),
    element('div', { class: 'more' }, said, more, whole));
}

function byName(columns, row) {
  return Object.fromEntries(columns.map((column, i) => [column.name, row[i]]));
}

function cell(value, column) {
  const kind = value === null ? 'missing ' : '';
  const side = !column.words ? 'number' : String(value).length > LONG ? 'words long' : 'words';
  return element('td', { class: kind + side }, column.words && value !== null ? given(value) : shown(value, column));
}

/** What is missing stands last, whichever way it is sorted. */
function compare(a, b, descending) {
  if (a === null || b === null) {
    return (a === null) - (b === null);
  }
  const order = typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), 'en', { numeric: true });
  return descending ? -order : order;
}

/** A table of the run's, whole. */
export function tableOf(table, what, main, front) {
  const built = sortableTable({ columns: table.columns, rows: table.rows, what, main, front });
  const fresh = table.notes.filter(note => !data.notes.includes(note));
  return [built, ...fresh.map(note => paragraph(element('span', { class: 'small quiet' }, note)))];
}
