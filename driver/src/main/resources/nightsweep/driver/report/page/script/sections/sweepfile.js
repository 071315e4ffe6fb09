import { element, paragraph } from '../dom.js';
import { data } from '../island.js';

/** What was asked for, word for word. */
export function sweepFile() {
  return [
    paragraph('Everything that the run was asked to do. With the same file and seed it gives the same tables again.'),
    element('pre', { tabindex: '0', role: 'region', 'aria-label': 'Text of the sweep file' },
      element('code', { dir: 'ltr' }, data.run.sweepText)),
  ];
}
