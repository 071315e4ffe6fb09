import { trials, turns } from '../data.js';
import { element, given, paragraph } from '../dom.js';
import { count, many, moment, score } from '../format.js';
import { data } from '../island.js';

/** Nobody is called the best on the strength of chance. */
const LEADS = { clear: ' is the best configuration', shared: ' came out first, but not alone', unknown: ' came out first' };

/** What came of the run, before anything else. */
export function headline() {
  const totals = data.totals;
  return [
    data.run.finished ? null : unfinished(totals),
    ...(data.best.length ? data.best.map(best) : [element('p', { class: 'best' }, 'Nothing was completed yet')]),
    tally(totals),
    bar(totals),
    ...reasons(),
  ];
}

function unfinished(totals) {
  return paragraph(element('span', { class: 'unfinished', role: 'status' },
    `Unfinished: ${many(totals.notRun, 'trial')} not run as of ${moment(data.run.asOf)}`
      + `${data.run.pace ? `, ${data.run.pace}` : ''}. `
      + (data.run.watched ? 'The page loads itself again as trials end.' : 'Load the page again to see more.')));
}

function best(found) {
  const interval = found.low === null
    ? null
    : [`, 95\u00a0% interval ${score(found.low)} to ${score(found.high)}`];
  const kind = found.lossKind ? ` of those with ${found.lossKind}` : '';
  return element('div', {},
    element('p', { class: 'best' }, given(found.label), LEADS[found.lead], kind),
    element('p', { class: 'score' }, element('strong', {}, score(found.mean)), ` ${data.run.objective.title}`, interval,
      data.run.folds > 1
        ? `, mean of ${turns}${found.completed < found.planned ? `, of which ${found.completed} are completed` : ''}`
        : ` over ${many(found.completed, 'repeat')}${found.completed < found.planned ? ` of ${found.planned}` : ''}`),
    found.sure ? paragraph(found.sure) : null);
}

function tally(totals) {
  const item = (number, what) => element('li', {}, element('b', {}, count(number)), element('span', {}, what));
  const sign = text => element('li', { class: 'sign', 'aria-hidden': 'true' }, text);
  return element('ul', { class: 'tally', 'aria-label': 'Trials' },
    item(totals.planned, 'planned'), sign('='), item(totals.completed, 'completed'), sign('+'),
    totals.stopped ? [item(totals.stopped, 'stopped'), sign('+')] : null,
    item(totals.diverged, 'diverged'), sign('+'), item(totals.failed, 'failed'), sign('+'),
    item(totals.notRun, 'not run'));
}

function bar(totals) {
  const parts = ['completed', 'stopped', 'diverged', 'failed'].map(kind => {
    const part = element('i', { class: kind });
    part.style.width = `${100 * totals[kind] / totals.planned}%`;
    return part;
  });
  return element('div', { class: 'bar', 'aria-hidden': 'true' }, parts);
}

/** Failures by reason, the most frequent first. */
function reasons() {
  const numbers = new Map();
  for (const row of trials.filter(row => row.outcome === 'failed')) {
    const reason = String(row.reason ?? 'unknown').split(': ')[0];
    numbers.set(reason, (numbers.get(reason) ?? 0) + 1);
  }
  if (numbers.size === 0) {
    return [];
  }
  const sorted = [...numbers].sort((a, b) => b[1] - a[1]);
  return [paragraph('Failed: ', sorted.map(([reason, number]) => `${count(number)} ${reason}`).join(', '),
    '. Each reason stands in its row below.')];
}
