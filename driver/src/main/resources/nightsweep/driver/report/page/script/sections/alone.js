import { chart, tip } from '../chart.js';
import { chosenTrials, onChoice } from '../choice.js';
import { details, trialLabel } from '../data.js';
import { element } from '../dom.js';
import { score, tick } from '../format.js';

/** Whether a curve has a figure: a predicted number has no accuracy. */
export function hasFigures(curve, figure) {
  return curve[`train${figure}`].some(value => value !== null);
}

/** Training and validation, loss and accuracy, of each chosen trial. */
export function alone() {
  const box = element('div');
  const draw = () => box.replaceChildren(...chosenTrials().filter(row => details.get(row.trial).curve).map(row =>
    element('div', { class: 'side-by-side' }, ...['Loss', 'Accuracy']
      .filter(figure => hasFigures(details.get(row.trial).curve, figure)).map(figure => one(row, figure)))));
  draw();
  onChoice(draw);
  return box;
}

function one(row, figure) {
  const curve = details.get(row.trial).curve;
  const series = [['training', curve[`train${figure}`]], ['validation', curve[`validation${figure}`]]]
    .filter(([, values]) => values);
  const turn = curve.turn && figure === 'Loss' && curve.validationLoss ? curve.turn : 0;
  return chart({
    title: `${figure} of trial ${trialLabel(row)}`,
    height: () => 250,
    note: turn ? `Least validation loss in epoch ${turn} of ${curve.epochs[curve.epochs.length - 1]}.` : '',
    option: paint => ({
      grid: { left: 8, right: 16, top: 34, bottom: 32, containLabel: true },
      legend: { top: 0, left: 0 },
      xAxis: { type: 'value', name: 'epoch', nameLocation: 'middle', nameGap: 22, min: 1, max: 'dataMax', minInterval: 1 },
      yAxis: { type: 'value', scale: true, splitNumber: 4, axisLabel: { formatter: value => tick(value, 2) } },
      tooltip: { trigger: 'axis', formatter: at => tip(`epoch ${at[0].value[0]}`,
        at.map(point => [point.seriesName, score(point.value[1])])) },
      series: series.map(([name, values], i) => ({
        type: 'line', name, showSymbol: values.length < 20, symbolSize: 4, color: paint.categories[i],
        lineStyle: { width: 2, type: i === 0 ? 'dashed' : 'solid' },
        data: values.map((value, at) => [curve.epochs[at], value]),
        markPoint: turn && name === 'validation' ? mark(curve, turn, paint) : undefined,
      })),
    }),
  });
}

function mark(curve, turn, paint) {
  const value = curve.validationLoss[curve.epochs.indexOf(turn)];
  return {
    symbol: 'circle', symbolSize: 13, data: [{ coord: [turn, value] }], label: { show: false },
    itemStyle: { color: 'transparent', borderColor: paint.bad, borderWidth: 2.5 }, silent: true,
  };
}
