const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Everything that the page shows. */
export const data = JSON.parse(document.getElementById('data').textContent);

/** The table of a name as a list of objects by column; empty where the run has none. */
export function records(name) {
  const table = data.tables[name];
  if (!table) {
    return [];
  }
  return table.rows.map(row => Object.fromEntries(table.columns.map((column, i) => [column.name, row[i]])));
}

export const trials = records('results');
export const configurations = records('configurations');

/** What is known beyond its row of some trials, by number: curves and confusions. */
export const details = new Map(data.details.map(detail => [detail.trial, detail]));

/** The values of a row on the axes, joined: what a configuration is called. */
export function label(row) {
  return data.axes.length === 0 ? 'the only one' : data.axes.map(axis => kept(row[axis.column])).join(' ');
}

/** A value that is written from right to left does not turn its neighbours around. */
function kept(value) {
  return FROM_THE_RIGHT.test(value) ? `\u2068${value}\u2069` : value;
}

const byNumber = new Map(trials.map(trial => [trial.trial, trial]));

/** The row of a trial. */
export function trial(number) {
  return byNumber.get(number);
}

/** What a trial is called wherever one can be chosen. */
export function trialLabel(row) {
  const repeat = data.run.repeats > 1 ? ` · repeat ${row.repeat}` : '';
  return `${row.trial} · ${label(row)}${repeat}`;
}
