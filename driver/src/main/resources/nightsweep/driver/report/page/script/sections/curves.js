import { chart, tip } from '../chart.js';
import { chooser, choosable, chosenTrials, onChoice } from '../choice.js';
import { details, trialLabel } from '../data.js';
import { element, oneOf, paragraph, select } from '../dom.js';
import { count, many, score } from '../format.js';
import { data } from '../island.js';
import { label } from '../label.js';
import { alone, hasFigures } from './alone.js';

const FIGURES = [{ value: 'loss', label: 'Loss' }, { value: 'accuracy', label: 'Accuracy' }];

/** Learning curves: many over each other, then those of the chosen trials by themselves. */
export function curves() {
  const rows = choosable.filter(row => details.get(row.trial).curve);
  if (rows.length === 0) {
    return null;
  }
  const validated = rows.some(row => details.get(row.trial).curve.validationLoss);
  const state = { figure: 'loss', part: validated ? 'validation' : 'train', most: Math.min(50, rows.length),
    axis: data.axes.find(axis => axis.values.length > 1)?.name ?? '' };
  const all = overlaid(rows, state);
  const figures = rows.some(row => hasFigures(details.get(row.trial).curve, 'Accuracy')) ? FIGURES : FIGURES.slice(0, 1);
  const change = key => value => { state[key] = value; all.redraw(); };
  const steps = [...new Set([10, 50, 100, rows.length].filter(step => step <= rows.length))];
  return [
    paragraph(sentence(rows)),
    element('div', { class: 'controls' },
      figures.length > 1 ? oneOf('Figure', figures, state.figure, change('figure')) : null,
      validated ? oneOf('Examples', [{ value: 'validation', label: 'Validation' }, { value: 'train', label: 'Training' }],
        state.part, change('part')) : null,
      data.axes.length ? select('Colour by', data.axes.map(axis => ({ value: axis.name, label: axis.name })), state.axis,
        change('axis')) : null,
      steps.length > 1 ? select('Best', steps.map(step => ({ value: String(step), label: count(step) })),
        String(state.most), value => change('most')(Number(value))) : null),
    all,
    element('h3', {}, 'One by one'),
    paragraph('Training figures are running averages with dropout on, so that they can lie below validation figures early on. ',
      'The mark is the turning point: the epoch of the least validation loss, after which training more did not help.'),
    chooser(),
    alone(),
  ];
}

function sentence(rows) {
  const ended = data.totals.planned - data.totals.notRun;
  return rows.length < ended
    ? `Curves are kept of ${many(rows.length, 'trial')} of the ${count(ended)} that ended: the best, and the first that were not completed.`
    : `The curves of all ${many(rows.length, 'trial')} that ended.`;
}

function overlaid(rows, state) {
  const shownRows = () => rows.slice(0, state.most);
  const key = () => state.part + (state.figure === 'loss' ? 'Loss' : 'Accuracy');
  const option = paint => {
    const axis = data.axes.find(one => one.name === state.axis);
    const values = axis ? axis.levels : [''];
    return {
      grid: { left: 8, right: 16, top: 40, bottom: 34, containLabel: true },
      legend: values.length > 1 ? { top: 0, left: 0, data: values } : undefined,
      xAxis: { type: 'value', name: 'epoch', nameLocation: 'middle', nameGap: 24, min: 1, max: 'dataMax', minInterval: 1 },
      yAxis: { type: state.figure === 'loss' ? 'log' : 'value', logBase: 2, scale: true,
        axisLabel: { formatter: value => score(value, 2) } },
      tooltip: { trigger: 'item', formatter: at => {
        const row = shownRows()[at.seriesIndex];
        return tip(trialLabel(row), [['epoch', at.value[0]], [`${state.part} ${state.figure}`, score(at.value[1])]]);
      } },
      series: shownRows().map(row => line(row, axis, values, details.get(row.trial).curve, key(), paint)),
    };
  };
  const made = chart({ title: 'Learning curves, overlaid', height: width => width < 560 ? 320 : 400, option,
    note: 'Losses on a logarithmic scale. Point at a curve to see whose it is.' });
  onChoice(() => made.redraw());
  return made;
}

function line(row, axis, values, curve, key, paint) {
  const place = axis ? axis.places[axis.values.indexOf(String(row[axis.column]))] ?? -1 : 0;
  const looked = chosenTrials().some(one => one.trial === row.trial);
  const figures = curve[key] ?? [];
  return {
    type: 'line', name: values[place] ?? label(row), showSymbol: figures.length < 3, symbolSize: 5, triggerLineEvent: true,
    data: figures.map((value, i) => [curve.epochs[i], value > 0 || key.endsWith('Accuracy') ? value : null]),
    lineStyle: { width: looked ? 2.6 : 1.2, opacity: looked ? 1 : 0.55 },
    color: paint.categories[place % paint.categories.length], emphasis: { focus: 'series', lineStyle: { width: 3 } },
  };
}
