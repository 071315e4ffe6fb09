import { chart, tip } from '../chart.js';
import { element, given, paragraph, select } from '../dom.js';
import { count, score } from '../format.js';
import { data, records } from '../island.js';
import { label } from '../label.js';
import { small } from '../screen.js';
import { tableOf } from '../table.js';

const VERDICTS = [['reproduced', 2], ['differs', 1], ['cannot be compared', 5]];

/** Known results beside ours. */
export function published() {
  const table = data.tables.published;
  if (!table) {
    return null;
  }
  const all = records('published');
  const rows = all.filter(row => row.figure !== 'f1' && row.ours !== null && row.published !== null);
  const said = notes(all);
  const figures = [...new Set(rows.map(row => row.figure))];
  let figure = figures.includes('test-accuracy') ? 'test-accuracy' : figures[0];
  const made = chart({ title: 'Published and ours', height: () => 380, option: paint => scatter(paint, rows, figure),
    note: 'On the line both are the same; above it ours is greater. A bar is where 19 of 20 single trials like ours lie.' });
  return [
    paragraph('Figures that others published for a configuration, and ours: the mean over completed trials. ',
      VERDICTS.map(([name]) => `${count(all.filter(row => row.verdict === name).length)} ${name}`).join(', '), '.'),
    ...(figures.length ? [
      element('div', { class: 'controls' }, select('Figure', figures.map(name => ({ value: name, label: name.replaceAll('-', ' ') })),
        figure, name => { figure = name; made.redraw(); })),
      made] : []),
    said.length ? element('ul', {}, said) : null,
    ...tableOf(table, 'published figures', columns(all)),
  ];
}

function columns(rows) {
  const known = names => names.filter(name => rows.some(row => row[name] !== null));
  const verdict = ['published', 'ours', 'difference', 'verdict'];
  const figure = ['figure', ...known(['class'])];
  const rest = [...data.axes.map(axis => axis.column), 'low', 'high', ...known(['reason'])];
  return small ? [...figure, ...verdict, 'configuration', 'source', ...rest] : ['configuration', 'source', ...figure, ...verdict, ...rest];
}

/** What the sweep file says of known differences, each once, with the configurations that it is of. */
function notes(rows) {
  const found = new Map();
  for (const row of rows.filter(one => one.note !== null)) {
    const words = `${row.source}: ${row.note}`;
    found.set(words, (found.get(words) ?? new Set()).add(row.configuration));
  }
  return [...found].map(([words, numbers]) => element('li', {},
    `Configuration${numbers.size === 1 ? '' : 's'} ${[...numbers].join(', ')}, `, given(words)));
}

function scatter(paint, rows, figure) {
  const found = rows.filter(row => row.figure === figure);
  const values = found.flatMap(row => [row.published, row.ours]);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const edge = (high - low || 0.1) * 0.08;
  const loss = figure.includes('loss');
  const least = Math.max(low - edge, low >= 0 ? 0 : -Infinity);
  const greatest = Math.min(high + edge, loss || high > 1 ? Infinity : 1);
  const axis = { type: 'value', min: least, max: greatest, axisLabel: { formatter: value => score(value, 3) } };
  const series = VERDICTS.map(([name, i]) => ({ name, colour: paint.categories[i], rows: found.filter(row => row.verdict === name) }))
    .filter(one => one.rows.length > 0);
  const bars = series.flatMap(one => one.rows.filter(row => row.low !== null).map(row => ({ row, colour: one.colour })));
  return {
    grid: { left: 28, right: 20, top: 40, bottom: 40, containLabel: true },
    legend: { top: 0, left: 0, data: series.map(one => one.name) },
    xAxis: { ...axis, name: 'published', nameLocation: 'middle', nameGap: 28 },
    yAxis: { ...axis, name: 'ours', nameLocation: 'middle', nameGap: 50 },
    tooltip: { trigger: 'item', formatter: at => point(series.find(one => one.name === at.seriesName).rows[at.dataIndex]) },
    series: [
      { type: 'line', silent: true, symbol: 'none', lineStyle: { color: paint.quiet, type: 'dashed', width: 1 },
        data: [[least, least], [greatest, greatest]] },
      { type: 'custom', silent: true, clip: true, encode: { x: 0, y: [1, 2] },
        data: bars.map(({ row }) => [row.published, row.low, row.high]),
        renderItem: (at, api) => upright(api, bars[at.dataIndex].colour) },
      ...series.map(one => ({ type: 'scatter', name: one.name, symbolSize: 10, color: one.colour,
        data: one.rows.map(row => [row.published, row.ours]) })),
    ],
  };
}

function upright(api, colour) {
  const [x, y1] = api.coord([api.value(0), api.value(1)]);
  const [, y2] = api.coord([api.value(0), api.value(2)]);
  return { type: 'line', shape: { x1: x, y1, x2: x, y2 }, style: { stroke: colour, lineWidth: 3, opacity: 0.4 } };
}

function point(row) {
  return tip(`${row.configuration} · ${label(row)}`, [['published', score(row.published)], ['ours', score(row.ours)],
    ['difference', score(row.difference)], ['verdict', row.verdict], ...(row.note === null ? [] : [['', row.note]]),
    ['source', row.source]]);
}
