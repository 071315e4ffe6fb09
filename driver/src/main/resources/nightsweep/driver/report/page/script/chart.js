import { element, paragraph } from './dom.js';
import { colours, onTheme, printColours } from './theme.js';

const FONT = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif';
const drawn = new Set();

const approaching = new IntersectionObserver(entries => {
  for (const entry of entries) {
    if (entry.isIntersecting) {
      approaching.unobserve(entry.target);
      entry.target.draw();
    }
  }
}, { rootMargin: '300px' });

onTheme(() => drawn.forEach(place => place.draw()));
addEventListener('beforeprint', () => document.querySelectorAll('.drawing').forEach(place => place.draw()));

/**
 * A chart with its title, drawn when it comes near the screen.
 *
 * @param title what it shows, also read out in its place
 * @param height in pixels, of a width
 * @param option ECharts' option, of colours and a width
 * @param note a sentence below it
 */
export function chart({ title, height, option, note }) {
  const place = element('div', { class: 'drawing', role: 'img', 'aria-label': title });
  const save = (kind, how) => element('button', {
    type: 'button',
    'aria-label': `Save “${title}” as ${kind}`,
    onclick: () => how(title, place.clientWidth, height, option),
  }, kind);
  const tools = element('div', { class: 'tools' }, save('SVG', saveSvg), save('PNG', savePng));
  const figure = element('figure', { class: 'chart' },
    element('figcaption', {}, element('h3', {}, title), tools), place, note ? paragraph(note) : null);
  let instance = null;
  let width = 0;
  place.style.height = '320px';
  place.draw = () => {
    width = place.clientWidth;
    if (width === 0) {
      return;
    }
    place.style.height = `${height(width)}px`;
    instance = instance ?? echarts.init(place);
    instance.resize();
    instance.setOption(complete(option(colours(), width), colours(), width), { notMerge: true });
    place.dataset.drawn = 'true';
    drawn.add(place);
  };
  new ResizeObserver(() => {
    if (instance && place.clientWidth !== width) {
      requestAnimationFrame(place.draw);
    }
  }).observe(place);
  approaching.observe(place);
  figure.redraw = () => {
    if (instance) {
      place.draw();
    }
  };
  figure.instance = () => instance;
  return figure;
}

/** What all charts have in common. */
function complete(option, paint, width) {
  const axis = given => ({
    ...given,
    axisLine: { lineStyle: { color: paint.line }, ...given.axisLine },
    axisTick: { lineStyle: { color: paint.line }, ...given.axisTick },
    axisLabel: { color: paint.quiet, hideOverlap: true, ...given.axisLabel },
    nameTextStyle: { color: paint.quiet, ...given.nameTextStyle },
    splitLine: { show: given.type === 'value', ...given.splitLine, lineStyle: { color: paint.line, opacity: 0.6 } },
  });
  const axes = given => given === undefined ? undefined : Array.isArray(given) ? given.map(axis) : axis(given);
  return {
    animation: false,
    color: paint.categories,
    textStyle: { fontFamily: FONT, color: paint.ink },
    ...option,
    xAxis: axes(option.xAxis),
    yAxis: axes(option.yAxis),
    tooltip: {
      confine: true, backgroundColor: paint.raised, borderColor: paint.line, textStyle: { color: paint.ink },
      ...option.tooltip,
    },
    legend: option.legend
      ? { type: 'scroll', textStyle: { color: paint.ink }, pageTextStyle: { color: paint.quiet }, ...option.legend }
      : undefined,
  };
}

/** What a chart says of the thing under the pointer: a heading and lines of `[name, value]`, all of them text. */
export function tip(heading, lines) {
  return element('div', { class: 'tip' }, element('b', {}, heading),
    lines.map(([name, value]) => element('div', {}, element('span', {}, name), element('span', {}, value))));
}

function saveSvg(title, width, height, option) {
  const paint = printColours();
  const still = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height: height(width) });
  still.setOption({ ...complete(option(paint, width), paint, width), backgroundColor: '#ffffff' });
  offer(title, 'svg', new Blob([still.renderToSVGString()], { type: 'image/svg+xml' }));
  still.dispose();
}

function savePng(title, width, height, option) {
  const paint = printColours();
  const still = echarts.init(document.createElement('div'), null, { width, height: height(width), devicePixelRatio: 3 });
  still.setOption({ ...complete(option(paint, width), paint, width), backgroundColor: '#ffffff' });
  still.getZr().refreshImmediately();
  still.renderToCanvas({ pixelRatio: 3, backgroundColor: '#ffffff' }).toBlob(blob => {
    offer(title, 'png', blob);
    still.dispose();
  });
}

function offer(title, suffix, blob) {
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const address = URL.createObjectURL(blob);
  element('a', { href: address, download: `${name || 'chart'}.${suffix}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
