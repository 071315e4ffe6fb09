import { given, paragraph } from './dom.js';
import { show } from './frame.js';
import { data } from './island.js';
import { renew } from './live.js';
import { borders } from './sections/borders.js';
import { classes } from './sections/classes.js';
import { comparisons } from './sections/comparisons.js';
import { confusion } from './sections/confusion.js';
import { curves } from './sections/curves.js';
import { effects } from './sections/effects.js';
import { environment } from './sections/environment.js';
import { headline } from './sections/headline.js';
import { layers } from './sections/layers.js';
import { leftOut } from './sections/leftout.js';
import { mistakes } from './sections/mistakes.js';
import { notes } from './sections/notes.js';
import { parallel } from './sections/parallel.js';
import { published } from './sections/published.js';
import { ranking } from './sections/ranking.js';
import { repeats } from './sections/repeats.js';
import { separation } from './sections/separation.js';
import { sweepFile } from './sections/sweepfile.js';
import { verdicts } from './sections/verdicts.js';

/** In the order in which a person asks: what came out, why, how sure, from what. A section that returns null is left out. */
const SECTIONS = [
  ['result', 'Result', headline],
  ['notes', 'Read this first', notes],
  ['ranking', 'Ranking', ranking],
  ['comparisons', 'Beside the best', comparisons],
  ['parallel', 'All trials at a glance', parallel],
  ['effects', 'What each axis does', effects],
  ['verdicts', 'Verdicts', verdicts],
  ['borders', 'Decision borders', borders],
  ['curves', 'Learning curves', curves],
  ['layers', 'Inside the networks', layers],
  ['repeats', 'Repeats', repeats],
  ['confusion', 'Confusion', confusion],
  ['classes', 'Classes', classes],
  ['separation', 'Telling classes apart', separation],
  ['mistakes', 'Most confident mistakes', mistakes],
  ['published', 'Published figures', published],
  ['left-out', 'What this page leaves out', leftOut],
  ['sweep', 'Sweep file', sweepFile],
  ['environment', 'Environment', environment],
];

show({
  title: data.run.name,
  sections: SECTIONS,
  below: data.run.description ? paragraph(given(data.run.description)) : null,
});

if (data.run.watched) {
  renew();
}
