import { data } from '../data.js';
import { element, paragraph } from '../dom.js';
import { tableOf } from '../table.js';

/** Configurations and trials in their order. */
export function ranking() {
  const axes = data.axes.map(axis => axis.column);
  const { configurations, results } = data.tables;
  const narrow = ['rank', 'trial', ...axes, 'repeat', 'outcome', 'loss-kind', 'objective', 'test-accuracy',
    'test-loss', 'macro-f1', 'epochs', 'reason'];
  const repeated = data.run.repeats > 1;
  return [
    paragraph(repeated
      ? 'Configurations by the mean over their completed repeats, ± the standard deviation; then every trial once.'
      : 'Every trial once: what could be ranked first, then the rest with its reason.'),
    repeated ? element('h3', {}, 'Configurations') : null,
    ...(repeated ? tableOf(configurations, 'configurations') : []),
    repeated ? element('h3', {}, 'Trials') : null,
    ...tableOf(results, 'trials', narrow.filter(name => worthShowing(results, name))),
  ];
}

/** Whether a column tells rows apart, or is one that everybody looks for. */
function worthShowing(table, name) {
  const place = table.columns.findIndex(column => column.name === name);
  return place >= 0 && (name !== 'reason' || table.rows.some(row => row[place] !== null));
}
