import { chart, tip } from '../chart.js';
import { paragraph } from '../dom.js';
import { count, score } from '../format.js';
import { data, records } from '../island.js';
import { label } from '../label.js';
import { small } from '../screen.js';
import { tableOf } from '../table.js';
import { whiskers } from '../whiskers.js';

const MOST = 40;

/** What changed from the first run to the second, and whether that is chance. */
export function differences() {
  const table = data.tables.compare;
  if (table.rows.length === 0) {
    return null;
  }
  const rows = records('compare').filter(row => row.difference !== null);
  const drawn = rows.slice(0, MOST);
  const colour = (row, paint) => row.verdict === 'better' ? paint.categories[2] : row.verdict === 'worse' ? paint.categories[1]
    : row.verdict === 'too few repeats' ? paint.quiet : paint.categories[0];
  return [
    paragraph(`What ${data.measure} gained from the first run to the second over the repeats that both completed`,
      data.goal === 'minimize' ? ' (less is better)' : '', ', and the interval of the mean difference, as sure as the verdict is: wider than 95 %, ',
      'because many are compared, so that it leaves 0 out exactly where there is a verdict. Green ones are better and ',
      'orange ones worse by more than chance between repeats explains; blue ones cannot be told apart; of grey ones there are too few repeats.'),
    drawn.length ? chart({ title: 'Second minus first', height: () => 60 + 28 * drawn.length,
      note: rows.length > MOST ? `The first ${MOST} of ${count(rows.length)}; all are in the table.` : '',
      option: (paint, width) => whiskers({ paint, width, origin: 0,
        rows: drawn.map(row => ({ ...row, name: `${row.first} · ${label(row)}`, mean: row.difference, from: row['adjusted-low'], to: row['adjusted-high'],
          colour: colour(row, paint) })),
        tip: row => tip(row.name, [['difference', score(row.mean)], ['from', score(row.from)], ['to', score(row.to)],
          ['adjusted p', score(row['adjusted-p'])], ['repeats', row.repeats], ['', row.verdict]]) }) }) : null,
    ...tableOf(table, 'configurations', columns()),
  ];
}

function columns() {
  const axes = data.axes.map(axis => axis.column);
  return small ? [...axes, 'difference', 'verdict', 'first-mean', 'second-mean', 'adjusted-low', 'adjusted-high', 'adjusted-p', 'low', 'high', 'repeats', 'first']
    : ['first', ...axes, 'first-mean', 'second-mean', 'difference', 'adjusted-low', 'adjusted-high', 'verdict', 'adjusted-p', 'low', 'high',
      'repeats'];
}
