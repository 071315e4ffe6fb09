import { chart, tip } from '../chart.js';
import { turn } from '../data.js';
import { element, paragraph } from '../dom.js';
import { many, score } from '../format.js';
import { data, records } from '../island.js';
import { label } from '../label.js';
import { small } from '../screen.js';
import { tableOf } from '../table.js';
import { whiskers } from '../whiskers.js';

const MOST = 30;

/** How the other configurations stand against the best one. */
export function comparisons() {
  const rows = records('comparisons').filter(row => row.difference !== null && row.repeats > 1);
  if (rows.length === 0) {
    return null;
  }
  const shownOnes = rows.slice(0, MOST);
  const colour = (row, paint) => row.verdict === 'worse' ? paint.categories[1] : row.verdict === 'ahead in pairs' ? paint.categories[2]
    : row.verdict === 'too few repeats' ? paint.quiet : paint.categories[0];
  return [
    paragraph(`Each configuration beside the best over the ${turn}s that both completed: the mean difference and its interval, as sure as the verdict is: `,
      `wider than 95 %, because many are compared, so that it leaves 0 out exactly where there is a verdict. Orange ones are worse by more than chance between ${turn}s explains; blue ones cannot be told apart from the best; `,
      `of grey ones there are too few ${turn}s to tell.`, rows.some(row => row.verdict === 'ahead in pairs')
        ? ` Green ones are ahead of it in these ${turn}s: its better mean comes from ${turn}s that they lack.` : ''),
    chart({ title: `Difference to the best in ${data.run.objective.title}`, height: () => 60 + 28 * shownOnes.length,
      note: rows.length > MOST ? `The first ${MOST} of ${many(rows.length, 'configuration')}.` : '',
      option: (paint, width) => whiskers({ paint, width, origin: 0,
        rows: shownOnes.map(row => ({ ...row, name: `${row.configuration} · ${label(row)}`, mean: row.difference,
          from: row['adjusted-low'], to: row['adjusted-high'], colour: colour(row, paint) })),
        tip: row => tip(row.name, [['difference', score(row.mean)], ['from', score(row.from)], ['to', score(row.to)],
          ['adjusted p', score(row['adjusted-p'])], [`${turn}s`, row.repeats], ['', row.verdict]]) }) }),
    ...tableOf(data.tables.comparisons, 'comparisons', [...names(), 'adjusted-low', 'adjusted-high', 'verdict', 'adjusted-p', 'low', 'high', 'repeats',
      'only-best-right', 'only-other-right', 'mcnemar-p', 'mcnemar-adjusted']),
    ...late(rows),
  ];
}

function names() {
  const axes = data.axes.map(axis => axis.column);
  return small ? [...axes, 'difference', 'configuration'] : ['configuration', ...axes, 'difference'];
}

/** While the run goes on nobody reads the predictions of its trials again and again. */
function late(rows) {
  return data.run.finished || rows.some(row => row['mcnemar-p'] !== null) ? []
    : [paragraph(element('span', { class: 'small quiet' }, 'McNemar’s tests over the same test examples come when the run ends.'))];
}
