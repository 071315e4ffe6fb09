import { chart, tip } from '../chart.js';
import { trial, trials } from '../data.js';
import { element, paragraph } from '../dom.js';
import { count, many } from '../format.js';
import { data } from '../island.js';
import { sortableTable } from '../table.js';

/** From what is well to what is ill. */
const ORDER = ['healthy', 'still improving', 'overfit', 'underfit', 'vanishing gradients', 'exploding gradients', 'dead', 'diverged'];

/** How each training went, and what to try. */
export function verdicts() {
  const numbers = ORDER.map(verdict => trials.filter(row => row.verdict === verdict).length);
  const total = numbers.reduce((sum, number) => sum + number, 0);
  if (total === 0) {
    return null;
  }
  const found = ORDER.map((name, i) => ({ name, number: numbers[i] })).filter(one => one.number > 0);
  return [
    paragraph(`${count(numbers[0])} of ${many(total, 'training')} went well by every sign that is looked at.`,
      numbers[0] < total ? ' The others are listed with what was seen and what to try.' : ''),
    found.length > 1 ? chart({ title: 'Trials by verdict', height: () => 50 + 30 * found.length, option: paint => bars(paint, found) }) : null,
    list(),
  ];
}

function bars(paint, found) {
  return {
    grid: { left: 8, right: 48, top: 4, bottom: 26, containLabel: true },
    xAxis: { type: 'value', minInterval: 1 },
    yAxis: { type: 'category', inverse: true, data: found.map(one => one.name), axisTick: { show: false },
      axisLabel: { color: paint.ink, hideOverlap: false } },
    tooltip: { trigger: 'item', formatter: at => tip(found[at.dataIndex].name, [['trials', count(found[at.dataIndex].number)]]) },
    series: { type: 'bar', barMaxWidth: 18, label: { show: true, position: 'right', color: paint.ink },
      data: found.map(one => ({ value: one.number,
        itemStyle: { color: one.name === 'healthy' ? paint.categories[2] : paint.categories[1] } })) },
  };
}

/** The ill ones first, the worst of them at the top. */
function list() {
  const rows = [...data.verdicts].sort((a, b) => ORDER.indexOf(b.verdict) - ORDER.indexOf(a.verdict) || a.trial - b.trial);
  const columns = [
    { name: 'trial', title: 'trial', whole: true },
    ...data.axes.map(axis => ({ name: axis.column, title: axis.name, words: true })),
    { name: 'verdict', title: 'verdict', words: true },
    { name: 'sentence', title: 'what was seen', words: true },
    { name: 'advice', title: 'what to try', words: true },
  ];
  return element('div', {}, sortableTable({ columns, what: 'verdicts', cards: true,
    rows: rows.map(row => [row.trial, ...data.axes.map(axis => trial(row.trial)?.[axis.column] ?? null),
      row.verdict, row.sentence, row.advice]) }));
}
