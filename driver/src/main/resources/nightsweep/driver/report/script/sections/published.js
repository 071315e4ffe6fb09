import { chart, tip } from '../chart.js';
import { element, paragraph, select } from '../dom.js';
import { score } from '../format.js';
import { data, records } from '../island.js';
import { label } from '../label.js';
import { tableOf } from '../table.js';

/** Known results beside ours. */
export function published() {
  const table = data.tables.published;
  if (!table) {
    return null;
  }
  const rows = records('published').filter(row => row.figure !== 'f1' && row.ours !== null && row.published !== null);
  const figures = [...new Set(rows.map(row => row.figure))];
  let figure = figures.includes('test-accuracy') ? 'test-accuracy' : figures[0];
  const made = chart({ title: 'Published and ours', height: () => 360, option: paint => scatter(paint, rows, figure),
    note: 'On the line both are the same; above it ours is greater.' });
  return [
    paragraph('Figures that others published for a configuration, and ours: the mean over completed repeats.'),
    ...(figures.length ? [
      element('div', { class: 'controls' }, select('Figure', figures.map(name => ({ value: name, label: name.replaceAll('-', ' ') })),
        figure, name => { figure = name; made.redraw(); })),
      made] : []),
    ...tableOf(table, 'published figures'),
  ];
}

function scatter(paint, rows, figure) {
  const found = rows.filter(row => row.figure === figure);
  const sources = [...new Set(found.map(row => row.source))];
  const values = found.flatMap(row => [row.published, row.ours]);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const edge = (high - low || 0.1) * 0.08;
  const axis = { type: 'value', min: low - edge, max: high + edge, axisLabel: { formatter: value => score(value, 3) } };
  return {
    grid: { left: 28, right: 20, top: 40, bottom: 40, containLabel: true },
    legend: { top: 0, left: 0, data: sources },
    xAxis: { ...axis, name: 'published', nameLocation: 'middle', nameGap: 28 },
    yAxis: { ...axis, name: 'ours', nameLocation: 'middle', nameGap: 50 },
    tooltip: { trigger: 'item', formatter: at => {
      const row = found.filter(one => one.source === at.seriesName)[at.dataIndex];
      return tip(`${row.configuration} · ${label(row)}`,
        [['published', score(row.published)], ['ours', score(row.ours)], ['difference', score(row.difference)]]);
    } },
    series: [
      ...sources.map(name => ({ type: 'scatter', name, symbolSize: 10,
        data: found.filter(row => row.source === name).map(row => [row.published, row.ours]) })),
      { type: 'line', silent: true, symbol: 'none', lineStyle: { color: paint.quiet, type: 'dashed', width: 1 },
        data: [[low - edge, low - edge], [high + edge, high + edge]] },
    ],
  };
}
