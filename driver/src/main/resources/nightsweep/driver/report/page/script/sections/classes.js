import { chart, tip } from '../chart.js';
import { configurations } from '../data.js';
import { paragraph } from '../dom.js';
import { many, score } from '../format.js';
import { heatMap, turnedHeight } from '../heatmap.js';
import { data } from '../island.js';
import { label } from '../label.js';

/** F1 of each class in each configuration. */
export function classes() {
  const { labels, rows } = data.classes;
  if (rows.length === 0) {
    return null;
  }
  const byNumber = new Map(configurations.map(row => [row.configuration, row]));
  const names = rows.map(row => `${row.configuration} · ${label(byNumber.get(row.configuration))}`);
  const cells = rows.flatMap((row, y) => row.f1.map((value, x) => ({ x, y, value })))
    .filter(cell => typeof cell.value === 'number');
  return [
    paragraph('F1 on test examples, the mean over completed trials: which classes are hard for everybody, and for whom only.'),
    chart({ title: 'F1 by class', height: width => 70 + 26 * rows.length + turnedHeight({ columns: labels, rows: names, width }),
      note: configurations.length > rows.length
        ? `The best ${rows.length} of ${many(configurations.length, 'configuration')}; all are in classes.csv.` : '',
      option: (paint, width) => heatMap({ paint, width, cells, columns: labels, rows: names, names: ['class', ''], decimals: 3,
        tip: cell => tip(names[cell.y], [[`F1 of ${labels[cell.x]}`, score(cell.value)]]) }) }),
  ];
}
