import { element, paragraph } from '../dom.js';
import { data } from '../island.js';

/** What the run knows and this page does not show. */
export function leftOut() {
  return [
    paragraph('The run directory has more than a page can hold. Charts say below them where they show only the first of many.'),
    element('ul', {}, data.leftOut.map(sentence => element('li', {}, sentence))),
  ];
}
