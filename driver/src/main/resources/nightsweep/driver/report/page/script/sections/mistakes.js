import { chooser, choosable, chosenTrials, onChoice } from '../choice.js';
import { details, trialLabel } from '../data.js';
import { element, given, paragraph } from '../dom.js';
import { score } from '../format.js';

/** Test examples that chosen trials were most sure of, and wrong about. */
export function mistakes() {
  if (!choosable.some(row => details.get(row.trial).test.mistakes.length > 0)) {
    return null;
  }
  const box = element('div');
  const draw = () => box.replaceChildren(...chosenTrials().map(row => {
    const wrong = details.get(row.trial).test.mistakes;
    return element('div', {}, element('h3', {}, 'Trial ', given(trialLabel(row))), wrong.length
      ? element('ul', { class: 'mistakes' }, wrong.map(mistake))
      : paragraph('Its examples are not kept on this page; they stand in the folder of the trial.'));
  }));
  draw();
  onChoice(draw);
  return [
    paragraph('The test examples that were taken for another class with the greatest confidence: look here for wrong labels in the data, ',
      'and for what the network has not understood.'),
    chooser(),
    box,
  ];
}

function mistake(one) {
  const { probability } = one;
  const sure = probability >= 0 && probability <= 1 ? `${(100 * probability).toFixed(1)}\u00a0%` : `output ${score(probability)}`;
  return element('li', {}, one.pixels ? picture(one) : null,
    element('div', {}, given(one.actual), ' taken for ', element('b', {}, given(one.predicted)), `, ${sure}`),
    element('div', { class: 'quiet' }, `example ${one.example}`));
}

/** Pixels are bytes, channel by channel, row by row. */
function picture({ pixels, channels, height, width, actual, predicted, example }) {
  const canvas = element('canvas', { width, height, role: 'img',
    'aria-label': `Example ${example}: ${actual} taken for ${predicted}` });
  const bytes = atob(pixels);
  const image = new ImageData(width, height);
  const size = width * height;
  for (let i = 0; i < size; i++) {
    for (let part = 0; part < 3; part++) {
      image.data[4 * i + part] = bytes.charCodeAt((channels < 3 ? 0 : part) * size + i);
    }
    image.data[4 * i + 3] = 255;
  }
  canvas.getContext('2d').putImageData(image, 0, 0);
  return canvas;
}
