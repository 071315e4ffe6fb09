import { element, given } from '../dom.js';
import { data } from '../island.js';

/** What a reader of the figures must know. */
export function notes() {
  return data.notes.length === 0 ? null : [element('ul', {}, data.notes.map(note => element('li', {}, given(note))))];
}
