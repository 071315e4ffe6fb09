import { chart } from '../chart.js';
import { trials } from '../data.js';
import { paragraph } from '../dom.js';
import { score } from '../format.js';
import { data } from '../island.js';

/** A line for each completed trial through its values to what it reached. */
export function parallel() {
  const rows = trials.filter(row => typeof row.objective === 'number');
  const axes = data.axes.filter(axis => axis.values.length > 1);
  if (axes.length === 0 || rows.length < 2) {
    return null;
  }
  const figures = rows.map(row => row.objective).sort((a, b) => a - b);
  const low = figures[0];
  const high = figures[figures.length - 1];
  const option = (paint, width) => {
    const narrow = width < 560;
    const place = narrow ? { nameLocation: 'middle', nameGap: 26 } : { nameLocation: 'end' };
    const halo = { textBorderColor: paint.paper, textBorderWidth: 3 };
    return {
      parallel: {
        layout: narrow ? 'vertical' : 'horizontal', top: narrow ? 44 : 48, bottom: narrow ? 48 : 28,
        left: narrow ? 26 : 60, right: narrow ? 26 : 110,
        parallelAxisDefault: { nameTextStyle: { color: paint.quiet, ...halo }, axisLabel: { color: paint.ink, ...halo },
          axisLine: { lineStyle: { color: paint.quiet } }, axisTick: { show: false } },
      },
      parallelAxis: [
        ...axes.map((axis, dim) => ({ dim, name: axis.name, ...laidOut(axis, rows), ...place })),
        { dim: axes.length, name: data.run.objective.title, type: 'value', scale: true, ...place },
      ],
      visualMap: { show: false, min: low, max: high > low ? high : low + 1, dimension: axes.length,
        inRange: { color: data.run.objective.goal === 'minimize' ? [...paint.scale].reverse() : paint.scale.slice(1) } },
      tooltip: { show: false },
      series: { type: 'parallel', lineStyle: { width: rows.length > 300 ? 1 : 1.8,
        opacity: rows.length > 300 ? 0.35 : 0.75 }, progressive: 500,
      data: rows.map(row => [...axes.map(axis => at(axis, row[axis.column])), row.objective]) },
    };
  };
  return [
    paragraph('Each line is a completed trial, on its way through the values of every axis to its ',
      `${data.run.objective.title}, from ${score(low)} to ${score(high)}. Darker is better on a light page, lighter on a dark one. `,
      'Drag along an axis to pick out the trials that pass there; click it to let go.'),
    chart({ title: `From values to ${data.run.objective.title}`, height: width => width < 560 ? 130 * (axes.length + 1) : 400, option }),
  ];
}

const NONE = '–';

function isMissing(value) {
  return value === '' || value === null || value === undefined;
}

/** Numbers of a range lie on a scale, other values at equal distances; last the place of trials without one. */
function laidOut(axis, rows) {
  if (!axis.scale) {
    return { type: 'category', data: rows.some(row => isMissing(row[axis.column])) ? [...axis.values, NONE] : axis.values };
  }
  const numbers = axis.values.map(Number);
  const ends = { min: Math.min(...numbers), max: Math.max(...numbers) };
  return { type: axis.scale === 'log' ? 'log' : 'value', ...ends,
    axisLabel: { formatter: value => Number(Number(value).toPrecision(2)).toString() } };
}

/** A line passes by the scale of an axis that has no value in its trial. */
function at(axis, value) {
  if (isMissing(value)) {
    return axis.scale ? NaN : axis.values.length;
  }
  return axis.scale ? Number(value) : axis.values.indexOf(value);
}
