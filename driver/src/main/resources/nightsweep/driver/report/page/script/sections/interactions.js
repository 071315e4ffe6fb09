import { chart, tip } from '../chart.js';
import { element, select } from '../dom.js';
import { many, score } from '../format.js';
import { heatMap, turnedHeight } from '../heatmap.js';
import { data, records } from '../island.js';

/** A heat map of any two axes: means over everything else. */
export function interactions() {
  const axes = data.axes.filter(axis => axis.values.length > 1);
  const rows = records('interactions').filter(row => row.mean !== null);
  if (axes.length < 2 || rows.length === 0) {
    return [];
  }
  const kinds = [...new Set(rows.map(row => row['loss-kind']).filter(kind => kind))];
  const [down, across] = strongest(axes, rows);
  const state = { down: down.name, across: across.name, kind: kinds[0] };
  const box = element('div');
  const change = key => value => { state[key] = value; draw(); };
  const options = axes.map(axis => ({ value: axis.name, label: axis.name }));
  const draw = () => box.replaceChildren(
    element('div', { class: 'controls' },
      select('Rows', options, state.down, change('down')),
      select('Columns', options, state.across, change('across')),
      kinds.length ? select('Loss', kinds.map(kind => ({ value: kind, label: kind })), state.kind, change('kind')) : null),
    pair(axes.find(axis => axis.name === state.down), axes.find(axis => axis.name === state.across),
      rows.filter(row => !state.kind || row['loss-kind'] === state.kind)));
  draw();
  return [element('h3', {}, 'Two axes together'), box];
}

/** Of the pairs that were tried together the two axes that explain most by themselves. */
function strongest(axes, rows) {
  const shares = new Map(records('variance').map(row => [row.source, row.share ?? 0]));
  const explained = row => (shares.get(row['first-axis']) ?? 0) + (shares.get(row['second-axis']) ?? 0);
  const best = rows.reduce((a, b) => explained(b) > explained(a) ? b : a);
  return ['first-axis', 'second-axis'].map(side => axes.find(axis => axis.name === best[side]));
}

function pair(down, across, rows) {
  if (down === across) {
    return element('p', { class: 'quiet' }, 'Choose two different axes.');
  }
  const cells = rows.map(row => cell(row, down, across)).filter(found => found !== null);
  return chart({
    title: `${data.run.objective.title} by ${down.name} and ${across.name}`,
    height: width => 90 + 30 * down.levels.length + turnedHeight({ columns: across.levels, rows: down.levels, width }),
    note: 'The mean over all completed trials that have both values; empty where there is none.',
    option: (paint, width) => heatMap({
      paint, width, cells, columns: across.levels, rows: down.levels, decimals: 3, names: [across.name, down.name],
      reversed: data.run.objective.goal === 'minimize',
      tip: at => tip(`${down.levels[at.y]} · ${across.levels[at.x]}`, [['mean', score(at.value)], ['from', score(at.row.low)],
        ['to', score(at.row.high)], ['beyond the sum of both', score(at.row.beyond)], ['over', many(at.row.completed, 'trial')]]),
    }),
  });
}

/** The table has each pair of axes once, whichever stands first. */
function cell(row, down, across) {
  const straight = row['first-axis'] === down.name && row['second-axis'] === across.name;
  const turned = row['first-axis'] === across.name && row['second-axis'] === down.name;
  if (!straight && !turned) {
    return null;
  }
  const [y, x] = straight ? [row['first-value'], row['second-value']] : [row['second-value'], row['first-value']];
  return { x: across.levels.indexOf(x), y: down.levels.indexOf(y), value: row.mean, row };
}
