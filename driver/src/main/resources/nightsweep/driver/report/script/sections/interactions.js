import { chart, tip } from '../chart.js';
import { configurations, data } from '../data.js';
import { element, select } from '../dom.js';
import { many, mean, score } from '../format.js';
import { heatMap } from '../heatmap.js';

/** A heat map of any two axes: means over everything else. */
export function interactions() {
  const axes = data.axes.filter(axis => axis.values.length > 1);
  if (axes.length < 2) {
    return [];
  }
  let [down, across] = axes;
  const box = element('div');
  const draw = () => box.replaceChildren(controls(), pair(down, across));
  const options = axes.map(axis => ({ value: axis.name, label: axis.name }));
  const named = name => axes.find(axis => axis.name === name);
  const controls = () => element('div', { class: 'controls' },
    select('Rows', options, down.name, name => { down = named(name); draw(); }),
    select('Columns', options, across.name, name => { across = named(name); draw(); }));
  draw();
  return [element('h3', {}, 'Two axes together'), box];
}

function pair(down, across) {
  const cells = [];
  down.values.forEach((row, y) => across.values.forEach((column, x) => {
    const found = configurations.filter(one => one[down.column] === row && one[across.column] === column)
      .filter(one => typeof one['objective-mean'] === 'number');
    if (found.length) {
      cells.push({ x, y, value: mean(found.map(one => one['objective-mean'])), number: found.length });
    }
  }));
  const title = `${data.run.objective.title} by ${down.name} and ${across.name}`;
  return chart({
    title,
    height: () => 90 + 30 * down.values.length,
    note: data.run.mixedLosses
      ? 'Losses of different kinds are averaged here: compare only along an axis that keeps the loss.'
      : 'The mean over all configurations that have both values; empty where there is none.',
    option: (paint, width) => heatMap({
      paint, width, cells, columns: across.values, rows: down.values, decimals: 3, names: [across.name, down.name],
      reversed: data.run.objective.goal === 'minimize',
      tip: cell => tip(`${down.values[cell.y]} · ${across.values[cell.x]}`,
        [['mean', score(cell.value)], ['over', many(cell.number, 'configuration')]]),
    }),
  });
}
