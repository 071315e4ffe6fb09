import { paragraph } from '../dom.js';
import { data } from '../island.js';
import { sortableTable } from '../table.js';

/** The keys whose values the sweep files do not share, and data of one name that are not the same. */
export function settings() {
  if (data.differences.length === 0) {
    return [paragraph('Their sweep files say the same.')];
  }
  const column = (name, title) => ({ name, title, words: true });
  return [
    paragraph('Each key of the sweep files whose value they do not share, and each checksum of data; all others are the same.'),
    sortableTable({
      columns: [column('key', 'key'), column('first', 'in the first'), column('second', 'in the second')],
      rows: data.differences.map(one => [one.key, one.before, one.now]),
      what: 'keys',
      cards: true,
    }),
  ];
}
