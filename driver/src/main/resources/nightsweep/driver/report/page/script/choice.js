import { element, select } from './dom.js';
import { details, trial, trialLabel, trials } from './data.js';
import { score } from './format.js';
import { data } from './island.js';

const PLACES = 3;
const listeners = [];

/** The trials of which curves or confusions can be looked at: those of the best configurations, then the best others. */
const winners = new Set(data.best.map(best => best.trial));
const known = trials.filter(row => details.has(row.trial));
export const choosable = [...known.filter(row => winners.has(row.trial)), ...known.filter(row => !winners.has(row.trial))];

const withConfusion = choosable.filter(row => details.get(row.trial).confusion);
const different = withConfusion.filter((row, i) =>
  withConfusion.findIndex(other => other.configuration === row.configuration) === i);

/** The trials that are looked at side by side, at most three; empty places are 0. */
export const chosen = Array.from({ length: PLACES }, (_, i) => (different[i] ?? withConfusion[i])?.trial ?? 0);

/** The rows of the chosen trials. */
export function chosenTrials() {
  return chosen.filter((number, i) => number !== 0 && chosen.indexOf(number) === i).map(trial);
}

export function onChoice(listener) {
  listeners.push(listener);
}

/** Three lists to choose trials from; a choice holds for every section. */
export function chooser() {
  const box = element('div', { class: 'controls' });
  const fill = () => box.replaceChildren(...chosen.map((number, place) => {
    const none = place === 0 ? [] : [{ value: '0', label: 'none' }];
    const options = none.concat(choosable.map(row => ({
      value: String(row.trial),
      label: `${trialLabel(row)} · ${row.objective === null ? row.outcome : score(row.objective)}`,
    })));
    return select(['Trial', 'beside', 'and'][place], options, String(number), value => {
      chosen[place] = Number(value);
      listeners.forEach(listener => listener());
    });
  }));
  fill();
  onChoice(fill);
  return box;
}
