import { element, given, paragraph } from '../dom.js';
import { count, many, moment, time } from '../format.js';
import { data } from '../island.js';

/** What the figures came from: code, data, machine. */
export function environment() {
  if (data.environment.length === 0) {
    return [paragraph('No trial has ended yet.')];
  }
  return [
    paragraph('What trained the trials, as each of them wrote it down.'),
    element('dl', { class: 'facts' },
      fact('run directory', [data.run.place]),
      fact('page made', [moment(data.run.asOf)]),
      ...data.environment.map(one => fact(one.name, one.values.map(value =>
        one.values.length === 1 ? value.text : `${value.text} (${many(value.trials, 'trial')})`))),
      fact('training', [`${time(data.effort.trainMillis)} in all, ${count(data.effort.steps)} steps`])),
  ];
}

function fact(name, values) {
  return [element('dt', {}, name), element('dd', {}, values.map(value => element('div', {}, given(value || '–'))))];
}
