import { chart, tip } from '../chart.js';
import { element, paragraph } from '../dom.js';
import { many, score } from '../format.js';
import { data, records } from '../island.js';
import { tableOf } from '../table.js';
import { whiskers } from '../whiskers.js';
import { interactions } from './interactions.js';

/** What each value of an axis does on average, and how two axes act together. */
export function effects() {
  const rows = records('effects').filter(row => row.mean !== null);
  const axes = data.axes.filter(axis => axis.values.length > 1 && rows.some(row => row.axis === axis.name));
  if (axes.length === 0) {
    return null;
  }
  return [
    paragraph(`The mean ${data.run.objective.title} over all completed trials with a value, whatever their other values; `,
      'the bar is the 95 % interval of the mean.'),
    element('div', { class: 'side-by-side' }, axes.map(axis => marginal(axis, rows.filter(row => row.axis === axis.name)))),
    ...interactions(),
    ...variance(),
  ];
}

function marginal(axis, levels) {
  const rows = (paint) => levels.map(level => ({
    ...level, name: level['loss-kind'] ? `${level.value} (${level['loss-kind']})` : level.value,
    from: level.low, to: level.high, colour: paint.categories[0],
  }));
  return chart({
    title: `By ${axis.name}`,
    height: () => 70 + 34 * levels.length,
    option: (paint, width) => whiskers({ paint, width, rows: rows(paint), ends: data.run.objective.ends,
      tip: row => tip(row.name, [['mean', score(row.mean)], ['from', score(row.low)], ['to', score(row.high)],
        ['completed', many(row.completed, 'trial')]]) }),
  });
}

/** Which axes, and which pairs of them, matter most. */
function variance() {
  const table = data.tables.variance;
  return table && table.rows.length ? [element('h3', {}, table.title), ...tableOf(table, 'sources')] : [];
}
