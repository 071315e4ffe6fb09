import { chart, tip } from '../chart.js';
import { data, records } from '../data.js';
import { element, paragraph } from '../dom.js';
import { many, score } from '../format.js';
import { tableOf } from '../table.js';
import { interactions } from './interactions.js';

const intervals = data.tables.effects !== undefined;

/** What each value of an axis does on average, and how two axes act together. */
export function effects() {
  const axes = data.axes.filter(axis => axis.values.length > 1 && axis.table);
  const charts = axes.map(axis => marginal(axis, levels(axis)))
    .filter(made => made !== null);
  if (charts.length === 0) {
    return null;
  }
  return [
    paragraph(`The mean ${data.run.objective.title} over all completed trials with a value, whatever their other values; `,
      intervals ? 'the bar is the 95 % interval of the mean.'
        : 'the bar is one standard deviation to each side, which says how much the other axes and repeats move it.'),
    ...variance(),
    element('div', { class: 'side-by-side' }, charts),
    ...interactions(),
  ];
}

/** The values of an axis, each with its mean and the ends of its bar. */
function levels(axis) {
  const rows = intervals ? records('effects').filter(row => row.axis === axis.name) : records(axis.table);
  return rows.filter(row => row.mean !== null).map(row => intervals
    ? { ...row, from: row.low ?? row.mean, to: row.high ?? row.mean }
    : { ...row, from: row.mean - (row.deviation ?? 0), to: row.mean + (row.deviation ?? 0) });
}

/** Which axes and pairs of them matter most. */
function variance() {
  const table = data.tables.variance;
  return table && table.rows.length ? [element('h3', {}, table.title), ...tableOf(table, 'sources')] : [];
}

function marginal(axis, rows) {
  if (rows.length === 0) {
    return null;
  }
  const names = rows.map(row => row['loss-kind'] ? `${row.value} (${row['loss-kind']})` : row.value);
  return chart({
    title: `By ${axis.name}`,
    height: () => 70 + 34 * rows.length,
    option: paint => ({
      grid: { left: 12, right: 20, top: 8, bottom: 26, containLabel: true },
      xAxis: { type: 'value', scale: true, axisLabel: { formatter: value => score(value, 3) }, splitNumber: 4 },
      yAxis: { type: 'category', data: names, inverse: true,
        axisLabel: { color: paint.ink, width: 120, overflow: 'truncate', hideOverlap: false } },
      tooltip: { trigger: 'item', formatter: at => {
        const row = rows[at.dataIndex];
        return tip(names[at.dataIndex], [['mean', score(row.mean)], ['bar from', score(row.from)],
          ['to', score(row.to)], ['completed', many(row.completed, 'trial')]]);
      } },
      series: [
        { type: 'custom', silent: true, encode: { x: [0, 1], y: 2 },
          data: rows.map((row, i) => [row.from, row.to, i]),
          renderItem: (_, api) => whisker(api, paint) },
        { type: 'scatter', symbolSize: 11, itemStyle: { color: paint.categories[0] },
          data: rows.map((row, i) => [row.mean, i]) },
      ],
    }),
  });
}

function whisker(api, paint) {
  const [x1, y] = api.coord([api.value(0), api.value(2)]);
  const [x2] = api.coord([api.value(1), api.value(2)]);
  return { type: 'line', shape: { x1, y1: y, x2, y2: y },
    style: { stroke: paint.categories[0], lineWidth: 3, opacity: 0.4 } };
}
