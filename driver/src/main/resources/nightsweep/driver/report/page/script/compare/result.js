import { element, given, paragraph } from '../dom.js';
import { many, moment, score } from '../format.js';
import { data } from '../island.js';

/** What came of the comparison, and of each run by itself. */
export function result() {
  return [
    element('p', { class: 'best' }, data.verdict.headline),
    paragraph(data.verdict.counts),
    element('div', { class: 'side-by-side' }, run('First run', 'first', data.first), run('Second run', 'second', data.second)),
    element('ul', {}, data.notes.map(note => element('li', {}, given(note)))),
    paragraph(element('span', { class: 'small quiet' }, `As of ${moment(data.asOf)}.`)),
  ];
}

function run(title, kind, { name, place, configurations, repeats, folds, seed, objective, totals, best }) {
  return element('div', { class: 'run' },
    element('h3', {}, element('i', { class: `key ${kind}`, 'aria-hidden': 'true' }), title),
    element('dl', { class: 'facts' },
      fact('sweep', name),
      fact('run directory', place),
      fact('planned', `${many(configurations, 'configuration')}, ${folds > 1 ? `${folds} folds × ` : ''}${many(repeats, 'repeat')} each, seed ${seed}`),
      fact('trials', ['completed', 'stopped', 'diverged', 'failed']
        .filter(kind => kind !== 'stopped' || totals.stopped)
        .map(kind => `${totals[kind]} ${kind}`).join(', ')
        + (totals.notRun ? `, ${totals.notRun} not run` : '')),
      fact('ranked by', objective),
      best.flatMap(one => fact('came out first', `${one.label}: ${score(one.mean)}`
        + (one.low === null ? '' : `, 95\u00a0% interval ${score(one.low)} to ${score(one.high)}`)))));
}

function fact(name, value) {
  return [element('dt', {}, name), element('dd', {}, given(value))];
}
