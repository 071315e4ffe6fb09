import { paragraph } from './dom.js';
import { show } from './frame.js';
import { data } from './island.js';
import { bothCurves } from './compare/curves.js';
import { differences } from './compare/differences.js';
import { result } from './compare/result.js';
import { scores } from './compare/scores.js';
import { settings } from './compare/settings.js';

const { first, second } = data;

show({
  title: first.name === second.name ? `${first.name}, two runs` : `${first.name} and ${second.name}`,
  sections: [
    ['result', 'Result', result],
    ['settings', 'What differs in their sweeps', settings],
    ['scores', 'Scores side by side', scores],
    ['differences', 'Differences', differences],
    ['curves', 'Learning curves', bothCurves],
  ],
  below: paragraph('nightsweep compare, with both run directories, makes this page again.'),
});
