import { chart, tip } from '../chart.js';
import { data, records } from '../data.js';
import { element, paragraph } from '../dom.js';
import { many, score } from '../format.js';
import { interactions } from './interactions.js';

/** What each value of an axis does on average, and how two axes act together. */
export function effects() {
  const axes = data.axes.filter(axis => axis.values.length > 1 && axis.table);
  const charts = axes.map(axis => marginal(axis, records(axis.table).filter(row => row.mean !== null)))
    .filter(made => made !== null);
  if (charts.length === 0) {
    return null;
  }
  return [
    paragraph(`The mean ${data.run.objective.title} over all completed trials with a value, whatever their other values; `,
      'the bar is one standard deviation to each side, which says how much the other axes and repeats move it.'),
    element('div', { class: 'side-by-side' }, charts),
    ...interactions(),
  ];
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
        return tip(names[at.dataIndex], [['mean', score(row.mean)], ['standard deviation', score(row.deviation)],
          ['least', score(row.least)], ['greatest', score(row.greatest)], ['completed', many(row.completed, 'trial')]]);
      } },
      series: [
        { type: 'custom', silent: true, encode: { x: [0, 1], y: 2 },
          data: rows.map((row, i) => [row.mean - (row.deviation ?? 0), row.mean + (row.deviation ?? 0), i]),
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
