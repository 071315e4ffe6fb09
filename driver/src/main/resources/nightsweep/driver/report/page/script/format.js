const MINUS = '\u2212';
const MISSING = '\u2013';

/** A measured number. */
export function score(value, decimals = 4) {
  if (typeof value !== 'number') {
    return value === null || value === undefined ? MISSING : String(value);
  }
  const large = Math.abs(value) >= 1e7;
  const text = large ? value.toExponential(3) : value.toFixed(decimals);
  return text.replace(/^-/, MINUS);
}

/** A number beside an axis, where large ones need no decimals. */
export function tick(value, decimals) {
  const size = Math.abs(value);
  return size >= 1e3 && size < 1e7
    ? Math.round(value).toLocaleString('en-US').replace(/^-/, MINUS)
    : score(value, decimals);
}

/** A whole number. */
export function count(value) {
  return typeof value === 'number' ? value.toLocaleString('en-US') : MISSING;
}

/** `1 trial`, `2 trials`. */
export function many(number, noun) {
  return `${count(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** A cell as a table shows it. */
export function shown(value, column) {
  if (value === null || value === undefined) {
    return MISSING;
  }
  if (typeof value === 'string') {
    return value;
  }
  if (column.whole) {
    return String(value);
  }
  const text = score(value, column.decimals);
  return column.signed && value > 0 ? `+${text}` : text;
}

/** Milliseconds in words. */
export function time(millis) {
  const seconds = millis / 1000;
  if (seconds < 60) {
    return `${seconds.toFixed(1)} s`;
  }
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A moment as a person here reads it. */
export function moment(iso) {
  return new Date(iso).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

export function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** A quantile by linear interpolation (type 7 of Hyndman and Fan, 1996) of ascending numbers. */
export function quantile(ascending, share) {
  const place = (ascending.length - 1) * share;
  const low = Math.floor(place);
  const high = Math.ceil(place);
  return ascending[low] + (ascending[high] - ascending[low]) * (place - low);
}
