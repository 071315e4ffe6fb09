import { chart, tip } from '../chart.js';
import { chooser, choosable, chosenTrials, onChoice } from '../choice.js';
import { details, trialLabel } from '../data.js';
import { element, oneOf, paragraph } from '../dom.js';
import { score } from '../format.js';

const FIGURES = [
  { value: 'gradientNorm', label: 'Gradient norm' },
  { value: 'weightNorm', label: 'Weight norm' },
  { value: 'deadShare', label: 'Dead units' },
];

/** What went on inside the networks of chosen trials, layer by layer. */
export function layers() {
  if (!choosable.some(row => layersOf(row).length > 0)) {
    return null;
  }
  let figure = 'gradientNorm';
  const box = element('div', { class: 'side-by-side' });
  const draw = () => {
    const rows = chosenTrials().filter(row => layersOf(row).length > 0);
    box.replaceChildren(...rows.length ? rows.map(row => one(row, figure))
      : [paragraph('The layers of these trials are not kept on this page; they stand in layers.csv of their folders.')]);
  };
  draw();
  onChoice(draw);
  return [
    paragraph('Each layer at the end of each epoch, on a fixed handful of training examples. Gradients that are far shorter near the ',
      'input than near the output vanish; a dead unit is one that no example moves.'),
    element('div', { class: 'controls' }, oneOf('Figure', FIGURES, figure, value => { figure = value; draw(); })),
    chooser(),
    box,
  ];
}

function layersOf(row) {
  return details.get(row.trial).curve?.layers ?? [];
}

function one(row, figure) {
  const { label } = FIGURES.find(known => known.value === figure);
  const share = figure === 'deadShare';
  const { epochs } = details.get(row.trial).curve;
  return chart({
    title: `${label} of trial ${trialLabel(row)}`,
    height: () => 290,
    option: paint => ({
      grid: { left: 8, right: 16, top: 40, bottom: 32, containLabel: true },
      legend: { top: 0, left: 0 },
      xAxis: { type: 'value', name: 'epoch', nameLocation: 'middle', nameGap: 22, min: 1, max: 'dataMax', minInterval: 1 },
      yAxis: { type: share ? 'value' : 'log', min: share ? 0 : undefined, max: share ? 1 : undefined,
        axisLabel: { formatter: value => share ? `${Math.round(100 * value)} %` : value.toPrecision(1) } },
      tooltip: { trigger: 'axis', formatter: at => tip(`epoch ${at[0].value[0]}`,
        at.map(point => [point.seriesName, share ? `${(100 * point.value[1]).toFixed(1)} %` : score(point.value[1], 5)])) },
      series: layersOf(row).map((layer, i) => ({
        type: 'line', name: layer.name, showSymbol: epochs.length < 20, symbolSize: 4,
        color: paint.categories[i % paint.categories.length], lineStyle: { width: 2 },
        data: layer[figure].map((value, at) => [epochs[at], share || value > 0 ? value : null]),
      })),
    }),
  });
}
