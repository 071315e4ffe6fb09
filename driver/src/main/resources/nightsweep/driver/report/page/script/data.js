import { many } from './format.js';
import { data, records } from './island.js';
import { label } from './label.js';

export const trials = records('results');
export const configurations = records('configurations');

/** What is known beyond its row of some trials, by number: curves and confusions. */
export const details = new Map(data.details.map(detail => [detail.trial, detail]));

const byNumber = new Map(trials.map(trial => [trial.trial, trial]));

/** The row of a trial. */
export function trial(number) {
  return byNumber.get(number);
}

/** What a trial is called wherever one can be chosen. */
export function trialLabel(row) {
  const repeat = data.run.repeats > 1 ? ` · repeat ${row.repeat}` : '';
  const fold = data.run.folds > 1 ? ` · fold ${row.fold}` : '';
  return `${row.trial} · ${label(row)}${repeat}${fold}`;
}

/** How many trials each configuration has. */
export const trialsEach = data.run.repeats * data.run.folds;

/** What each of them is, in a word. */
export const turn = data.run.folds > 1 ? 'fold' : 'repeat';

/** All of them, in words. */
export const turns = data.run.folds > 1
  ? `${data.run.folds} folds${data.run.repeats > 1 ? ` × ${data.run.repeats} repeats` : ''}`
  : many(data.run.repeats, 'repeat');
