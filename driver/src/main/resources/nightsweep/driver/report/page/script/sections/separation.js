import { chart, tip } from '../chart.js';
import { chooser, choosable, chosenTrials, onChoice } from '../choice.js';
import { details, trialLabel } from '../data.js';
import { element, oneOf, paragraph } from '../dom.js';
import { score } from '../format.js';

const KINDS = {
  roc: { label: 'ROC', x: 'false positive rate', y: 'true positive rate', chance: [[0, 0], [1, 1]] },
  precisionRecall: { label: 'Precision and recall', x: 'recall', y: 'precision', chance: [] },
};
const AVERAGES = 2;
const TOO_MANY_TO_NAME = 12;

/** How well the outputs of chosen trials tell each class from the others. */
export function separation() {
  const known = choosable.filter(row => details.get(row.trial).test.roc.length > 0);
  if (known.length === 0) {
    return null;
  }
  let kind = 'roc';
  const box = element('div', { class: 'side-by-side' });
  const draw = () => {
    const rows = chosenTrials().filter(row => details.get(row.trial).test.roc.length > 0);
    box.replaceChildren(...rows.length ? rows.map(row => one(row, kind))
      : [paragraph(`These curves are kept of the best ${known.length} trials only.`)]);
  };
  draw();
  onChoice(draw);
  return [
    paragraph('Each class against all others, on test examples, whatever threshold is chosen; thick lines are averages over the classes. ',
      'Beside each name stands the area under its curve (of precision and recall: the average precision); 1 is perfect.'),
    element('div', { class: 'controls' }, oneOf('Curve',
      Object.entries(KINDS).map(([value, { label }]) => ({ value, label })), kind, value => { kind = value; draw(); })),
    chooser(),
    box,
  ];
}

/** Each curve with the area under it, which is that of the whole curve, not of the points that are drawn. */
function named(lines, areas) {
  const known = areas ? new Map([['macro average', areas.macro], ['micro average', areas.micro]]) : new Map();
  return lines.map((line, i) => {
    const average = i >= lines.length - AVERAGES;
    const area = average ? known.get(line.name) : lines.length === AVERAGES + (areas?.classes.length ?? 0) ? areas?.classes[i] : null;
    return { ...line, name: typeof area === 'number' ? `${line.name} · ${score(area, 3)}` : line.name };
  });
}

function one(row, kind) {
  const { label, x, y, chance } = KINDS[kind];
  const { test, separation } = details.get(row.trial);
  const lines = named(test[kind], separation?.[kind]);
  const average = i => i >= lines.length - AVERAGES;
  return chart({
    title: `${label} of trial ${trialLabel(row)}`,
    height: width => Math.min(420, width) + 50,
    option: paint => ({
      grid: { left: 8, right: 14, top: 44, bottom: 34, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 14,
        data: lines.map(line => line.name).filter((name, i) => average(i) || lines.length <= TOO_MANY_TO_NAME + AVERAGES) },
      xAxis: { type: 'value', min: 0, max: 1, name: x, nameLocation: 'middle', nameGap: 24 },
      yAxis: { type: 'value', min: 0, max: 1, name: '' },
      tooltip: { trigger: 'item', formatter: at => tip(at.seriesName, [[x, score(at.value[0])], [y, score(at.value[1])]]) },
      series: [
        ...lines.map((line, i) => ({
          type: 'line', name: line.name, symbol: 'none', triggerLineEvent: true,
          data: line.x.map((value, at) => [value, line.y[at]]),
          color: average(i) ? paint.ink : paint.categories[i % paint.categories.length],
          lineStyle: { width: average(i) ? 2.6 : 1.4, type: i === lines.length - 1 ? 'dashed' : 'solid', opacity: average(i) ? 1 : 0.8 },
        })),
        { type: 'line', silent: true, symbol: 'none', data: chance, lineStyle: { color: paint.quiet, width: 1, type: 'dotted' } },
      ],
    }),
  });
}
