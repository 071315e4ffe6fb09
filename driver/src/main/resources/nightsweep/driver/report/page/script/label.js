import { data } from './island.js';

const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The values of a row on the axes, joined: what a configuration is called. */
export function label(row) {
  return data.axes.length === 0 ? 'the only one' : data.axes.map(axis => row[axis.column])
    .filter(value => value !== '' && value !== null).map(kept).join(' ');
}

/** A value that is written from right to left does not turn its neighbours around. */
function kept(value) {
  return FROM_THE_RIGHT.test(value) ? `\u2068${value}\u2069` : value;
}
