import { chart, tip } from '../chart.js';
import { paragraph } from '../dom.js';
import { count, score } from '../format.js';
import { data, records } from '../island.js';
import { label } from '../label.js';
import { whiskers } from '../whiskers.js';

const MOST = 40;

/** What each configuration reached in either run. */
export function scores() {
  const rows = records('compare').filter(row => row['first-mean'] !== null || row['second-mean'] !== null);
  if (rows.length === 0) {
    return null;
  }
  const shownOnes = rows.slice(0, MOST);
  return [
    paragraph(`The mean ${data.measure} over the repeats that each run completed, and its 95 % interval where there are two or more: `,
      'blue in the first run, orange below it in the second. That intervals overlap says little: the runs share their repeats, ',
      'so that the differences below tell more.'),
    chart({ title: `${data.measure} in both runs`, height: () => 60 + 44 * shownOnes.length,
      note: rows.length > MOST ? `The first ${MOST} of ${count(rows.length)}; all are in the table below.` : '',
      option: (paint, width) => whiskers({ paint, width, ends: data.ends,
        rows: shownOnes.flatMap(row => ['first', 'second'].map((run, i) => one(row, run, paint.categories[i]))),
        tip: row => tip(row.heading, [[`mean in the ${row.run} run`, score(row.mean)], ['from', score(row.low)], ['to', score(row.high)]]),
      }) }),
  ];
}

/** A row for each run, of which the first bears the name. */
function one(row, run, colour) {
  const mean = row[`${run}-mean`];
  const low = row[`${run}-low`];
  const high = row[`${run}-high`];
  const heading = `${row.first} · ${label(row)}`;
  return { run, heading, name: run === 'first' ? heading : '', mean, low, high, from: low, to: high, colour };
}
