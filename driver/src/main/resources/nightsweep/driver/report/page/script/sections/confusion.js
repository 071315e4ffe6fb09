import { chart, tip } from '../chart.js';
import { chooser, choosable, chosenTrials, onChoice } from '../choice.js';
import { details, trialLabel } from '../data.js';
import { element, paragraph } from '../dom.js';
import { count, score } from '../format.js';
import { heatMap, turnedHeight } from '../heatmap.js';

/** How the test examples of chosen trials were taken, side by side. */
export function confusion() {
  if (!choosable.some(row => details.get(row.trial).confusion)) {
    return null;
  }
  const box = element('div', { class: 'side-by-side' });
  const draw = () => {
    const matrices = chosenTrials().filter(row => details.get(row.trial).confusion).map(row => ({ row, cells: cellsOf(row) }));
    const most = Math.max(0.01, ...matrices.flatMap(one => one.cells.map(cell => cell.value)));
    box.replaceChildren(...matrices.map(one => matrix(one.row, one.cells, most)));
  };
  draw();
  onChoice(draw);
  return [
    paragraph('Test examples: actual classes in rows, predicted ones in columns. Mistakes are coloured by how frequent they are ',
      'in their row; what was recognised is on the diagonal, without colour.'),
    chooser(),
    box,
  ];
}

function cellsOf(row) {
  const cells = [];
  const { counts } = details.get(row.trial).confusion;
  counts.forEach((line, y) => {
    const support = line.reduce((sum, number) => sum + number, 0) || 1;
    line.forEach((number, x) => {
      if (number > 0 || x === y) {
        cells.push({ x, y, value: x === y ? 0 : number / support, number, support });
      }
    });
  });
  return cells;
}

function matrix(row, cells, most) {
  const { labels } = details.get(row.trial).confusion;
  return chart({
    title: `Trial ${trialLabel(row)}`,
    height: width => Math.min(760, Math.max(230, Math.min(width, 44 * labels.length + 60))) + turnedHeight({ columns: labels, rows: labels, width }),
    option: (paint, width) => heatMap({
      paint, width, cells, columns: labels, rows: labels, names: ['predicted', 'actual'], least: 0, most,
      words: cell => cell.number > 0 ? String(cell.number) : '',
      tip: cell => tip(`${labels[cell.y]} taken for ${labels[cell.x]}`,
        [['examples', count(cell.number)], ['share of the class', score(cell.number / cell.support)]]),
    }),
  });
}
