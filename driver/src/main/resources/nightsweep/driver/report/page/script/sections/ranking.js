import { trialsEach, turns } from '../data.js';
import { element, paragraph } from '../dom.js';
import { data } from '../island.js';
import { small } from '../screen.js';
import { tableOf } from '../table.js';

const FRONT = ['best', 'same computation', 'not distinguishable', 'ahead in pairs'];

/** Configurations and trials in their order. */
export function ranking() {
  const axes = data.axes.map(axis => axis.column);
  const { configurations, results } = data.tables;
  const begin = (number, figure, ...more) => small
    ? ['rank', figure, ...axes, number, ...more, 'loss-kind'] : ['rank', number, ...axes, ...more, 'loss-kind', figure];
  const singles = [...begin('trial', 'objective', 'repeat', 'fold', 'outcome'), 'test-accuracy', 'test-rmse', 'test-mae', 'test-r2',
    'test-loss', 'macro-f1', 'epochs',
    'verdict', 'reason'];
  const averages = [...begin('configuration', 'objective-mean'), 'objective-low', 'objective-high', 'versus-best',
    'objective-deviation', 'test-accuracy-mean', 'test-accuracy-deviation', 'test-rmse-mean', 'test-rmse-deviation',
    'test-r2-mean', 'completed', 'remark'];
  const repeated = trialsEach > 1;
  return [
    paragraph(repeated
      ? `Configurations by the mean of ${turns} as far as completed, with the 95 % interval of the mean from low to high; `
        + 'those with a bar at their left cannot be told apart from the best. Then every trial once.'
      : 'Every trial once: what could be ranked first, then the rest with its reason.'),
    repeated ? element('h3', {}, 'Configurations') : null,
    ...(repeated ? tableOf(configurations, 'configurations', averages.filter(name => worthShowing(configurations, name)),
      row => FRONT.includes(row['versus-best'])) : []),
    repeated ? element('h3', {}, 'Trials') : null,
    ...tableOf(results, 'trials', singles.filter(name => worthShowing(results, name))),
  ];
}

/** Whether a table has a column, and a remark in it where it is for remarks. */
function worthShowing(table, name) {
  const place = table.columns.findIndex(column => column.name === name);
  return place >= 0 && (!['reason', 'remark'].includes(name) || table.rows.some(row => row[place] !== null));
}
