import { chart, tip } from '../chart.js';
import { element, oneOf, paragraph } from '../dom.js';
import { count, score } from '../format.js';
import { data, records } from '../island.js';
import { label } from '../label.js';

const FIGURES = [{ value: 'Loss', label: 'Loss' }, { value: 'Accuracy', label: 'Accuracy' }];
const PARTS = [{ value: 'validation', label: 'Validation' }, { value: 'train', label: 'Training' }];
const STEP = 12;

/** The curves of each configuration in both runs, over each other. */
export function bothCurves() {
  const rows = new Map(records('compare').map(row => [row.first, row]));
  const pairs = data.curves.filter(pair => rows.has(pair.configuration));
  if (pairs.length === 0) {
    return null;
  }
  const validated = pairs.some(pair => [...pair.first, ...pair.second].some(curve => curve.validationLoss));
  const state = { figure: 'Loss', part: validated ? 'validation' : 'train', most: STEP };
  const box = element('div', { class: 'side-by-side' });
  const more = element('button', { type: 'button', onclick: () => { state.most += STEP; draw(); } });
  const draw = () => {
    box.replaceChildren(...pairs.slice(0, state.most).map(pair => one(pair, rows.get(pair.configuration), state)));
    more.hidden = state.most >= pairs.length;
    more.textContent = `Show ${Math.min(STEP, pairs.length - state.most)} more`;
  };
  const change = key => value => { state[key] = value; draw(); };
  draw();
  return [
    paragraph(sentence(pairs), ' Blue is the first run, orange the second; losses stand on a logarithmic scale.'),
    element('div', { class: 'controls' }, oneOf('Figure', FIGURES, state.figure, change('figure')),
      validated ? oneOf('Examples', PARTS, state.part, change('part')) : null),
    box,
    element('div', { class: 'more' }, more),
  ];
}

function sentence(pairs) {
  const all = data.tables.compare.rows.length;
  const repeats = Math.max(...pairs.flatMap(pair => [pair.first.length, pair.second.length]));
  const which = pairs.length < all ? `The curves of ${count(pairs.length)} of ${count(all)} configurations` : 'Each configuration';
  const cut = data.first.repeats > repeats && data.second.repeats > repeats;
  return `${which}, ${repeats === 1 ? 'one curve a run' : cut ? `the first ${count(repeats)} repeats of each run` : 'a curve for each repeat'}.`;
}

function one(pair, row, { figure, part }) {
  const key = part + figure;
  const curves = ['first', 'second'].flatMap((run, i) => pair[run].filter(curve => curve[key]).map((curve, repeat) =>
    ({ run, curve, repeat, i })));
  return chart({
    title: `${pair.configuration} · ${label(row)}`,
    height: () => 230,
    option: paint => ({
      grid: { left: 8, right: 14, top: 10, bottom: 30, containLabel: true },
      xAxis: { type: 'value', name: 'epoch', nameLocation: 'middle', nameGap: 22, min: 1, max: 'dataMax', minInterval: 1 },
      yAxis: { type: figure === 'Loss' ? 'log' : 'value', logBase: 2, scale: true, splitNumber: 4,
        axisLabel: { formatter: value => score(value, 2) } },
      tooltip: { trigger: 'item', formatter: at => {
        const { run, repeat } = curves[at.seriesIndex];
        return tip(`${run} run, repeat ${repeat}`, [['epoch', at.value[0]],
          [`${part === 'train' ? 'training' : part} ${figure.toLowerCase()}`, score(at.value[1])]]);
      } },
      series: curves.map(({ curve, i }) => ({
        type: 'line', showSymbol: curve.epochs.length < 3, symbolSize: 5, triggerLineEvent: true, color: paint.categories[i],
        lineStyle: { width: 1.6, opacity: 0.8 },
        data: curve[key].map((value, at) => [curve.epochs[at], value > 0 || figure === 'Accuracy' ? value : null]),
      })),
    }),
  });
}
