import { data } from '../data.js';
import { element, given } from '../dom.js';

/** What a reader of the figures must know. */
export function notes() {
  return data.notes.length === 0 ? null : [element('ul', {}, data.notes.map(note => element('li', {}, given(note))))];
}
