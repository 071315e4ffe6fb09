import { chart, tip } from '../chart.js';
import { configurations, trials, trialsEach, turn, turns } from '../data.js';
import { paragraph } from '../dom.js';
import { within } from '../ends.js';
import { many, mean, quantile, score, tick } from '../format.js';
import { data } from '../island.js';
import { label } from '../label.js';

const MOST = 30;
const ENOUGH_FOR_A_BOX = 5;

/** How far the repeats of a configuration lie apart. */
export function repeats() {
  if (trialsEach < 2) {
    return [paragraph('Every configuration was trained once: how much luck is in a figure cannot be seen. ',
      'Run the sweep again with --set repeats=5 to see it; only the new trials are trained.')];
  }
  const shownOnes = configurations.filter(row => typeof row['objective-mean'] === 'number').slice(0, MOST)
    .map(row => ({ row, values: values(row.configuration) })).filter(one => one.values.length > 0);
  if (shownOnes.length === 0) {
    return null;
  }
  const boxes = shownOnes.some(one => one.values.length >= ENOUGH_FOR_A_BOX);
  return [
    paragraph(`Each point is a ${turn}, the bar is the mean of ${turns}`,
      boxes ? `; a box spans the middle half of five ${turn}s or more, its line is the median, its whiskers reach the ends.`
        : `. There are too few ${turn}s for boxes: they are drawn from ${ENOUGH_FOR_A_BOX} on.`),
    chart({ title: `${data.run.objective.title} over ${turn}s`, height: () => 60 + 30 * shownOnes.length,
      note: configurations.length > MOST ? `The best ${MOST} of ${many(configurations.length, 'configuration')}.` : '',
      option: (paint, width) => option(paint, width, shownOnes) }),
  ];
}

function values(configuration) {
  return trials.filter(row => row.configuration === configuration && typeof row.objective === 'number')
    .map(row => row.objective).sort((a, b) => a - b);
}

function option(paint, width, shownOnes) {
  const five = all => [0, 0.25, 0.5, 0.75, 1].map(share => quantile(all, share));
  const names = shownOnes.map(one => `${one.row.configuration} · ${label(one.row)}`);
  const lines = i => [['mean', score(mean(shownOnes[i].values))], ['standard deviation', score(shownOnes[i].row['objective-deviation'])],
    ...shownOnes[i].values.slice(0, 10).map((value, n) => [`${n + 1}.`, score(value)])];
  return {
    grid: { left: 8, right: 20, top: 8, bottom: 28, containLabel: true },
    xAxis: { type: 'value', scale: true, ...within(data.run.objective.ends), axisLabel: { formatter: value => tick(value, 3) } },
    yAxis: { type: 'category', data: names, inverse: true, axisTick: { show: false },
      axisLabel: { color: paint.ink, width: Math.min(220, width * 0.4), overflow: 'truncate', hideOverlap: false } },
    tooltip: { trigger: 'item', formatter: at => {
      const place = at.seriesType === 'boxplot' ? at.dataIndex : at.value[1];
      return tip(names[place], lines(place));
    } },
    series: [
      { type: 'boxplot', boxWidth: [6, 16], itemStyle: { color: 'transparent', borderColor: paint.quiet },
        data: shownOnes.map(one => one.values.length >= ENOUGH_FOR_A_BOX ? five(one.values) : []) },
      { type: 'scatter', symbol: 'rect', symbolSize: [3, 17], itemStyle: { color: paint.categories[1] },
        data: shownOnes.map((one, i) => [mean(one.values), i]) },
      { type: 'scatter', symbolSize: 8, itemStyle: { color: paint.categories[0], opacity: 0.7 },
        data: shownOnes.flatMap((one, i) => one.values.map(value => [value, i])) },
    ],
  };
}
