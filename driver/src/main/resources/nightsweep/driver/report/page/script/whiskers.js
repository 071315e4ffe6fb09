import { within } from './ends.js';
import { tick } from './format.js';

/**
 * The option of a chart of points with bars: a row for each mean.
 *
 * @param rows of `{name, mean, from, to, colour}`, from the top; `from` and `to` null where no bar is drawn
 * @param tip what is said of a row
 * @param ends what no figure passes, null where there is no such end
 * @param origin where a line stands that means nothing happened; none where it is left out
 */
export function whiskers({ paint, width, rows, tip, origin, ends }) {
  const barred = rows.map((row, i) => ({ ...row, place: i })).filter(row => typeof row.from === 'number' && typeof row.to === 'number');
  const line = origin === undefined ? undefined : {
    silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: paint.quiet, type: 'dashed' }, data: [{ xAxis: origin }],
  };
  return {
    grid: { left: 20, right: 36, top: 8, bottom: 26, containLabel: true },
    xAxis: { type: 'value', scale: true, ...within(ends), axisLabel: { formatter: value => tick(value, 3) }, splitNumber: 4 },
    yAxis: { type: 'category', data: rows.map(row => row.name), inverse: true, axisTick: { show: false },
      axisLabel: { color: paint.ink, width: Math.min(220, width * 0.38), overflow: 'truncate', hideOverlap: false } },
    tooltip: { trigger: 'item', formatter: at => tip(rows[at.dataIndex]) },
    series: [
      { type: 'custom', silent: true, encode: { x: [0, 1], y: 2 },
        data: barred.map(row => [row.from, row.to, row.place]),
        renderItem: (_, api) => bar(api, rows[api.value(2)].colour) },
      { type: 'scatter', symbolSize: 11, markLine: line,
        data: rows.map((row, i) => ({ value: [row.mean, i], itemStyle: { color: row.colour } })) },
    ],
  };
}

function bar(api, colour) {
  const [x1, y] = api.coord([api.value(0), api.value(2)]);
  const [x2] = api.coord([api.value(1), api.value(2)]);
  return { type: 'line', shape: { x1, y1: y, x2, y2: y }, style: { stroke: colour, lineWidth: 3, opacity: 0.45 } };
}
