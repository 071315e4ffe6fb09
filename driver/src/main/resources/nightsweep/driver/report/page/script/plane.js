const TINT = 0.42;
const DEEPEST = 0.8;
const RADIUS = 3.4;
const LARGE = 7;
const FEW = 50;

/** The colour of a class. */
export function classColour(paint, label) {
  return paint.categories[label % paint.categories.length];
}

/**
 * Draws a network's answers over the plane with examples over them.
 *
 * @param points which examples: `all`, `train`, `others` or `none`
 */
export function drawBorder(canvas, picture, plane, paint, points) {
  const context = canvas.getContext('2d');
  context.imageSmoothingEnabled = !!picture.graded;
  context.imageSmoothingQuality = 'high';
  context.drawImage(cells(picture, paint), 0, 0, canvas.width, canvas.height);
  for (const group of points === 'none' ? [] : plane.points) {
    if (points === 'all' || (points === 'train') === (group.set === 'train')) {
      examples(context, canvas, group, plane, classColour(paint, group.label), paint);
    }
  }
}

function cells(picture, paint) {
  const bytes = atob(picture.cells);
  const rows = bytes.length / picture.columns;
  const small = document.createElement('canvas');
  small.width = picture.columns;
  small.height = rows;
  const image = new ImageData(picture.columns, rows);
  const paper = parts(paint.paper);
  const inks = picture.labels.map((_, i) => parts(classColour(paint, i)));
  for (let i = 0; i < bytes.length; i++) {
    const value = bytes.charCodeAt(i);
    const lean = value / 127.5 - 1;
    const ink = picture.graded ? inks[lean < 0 ? 0 : 1] : inks[value];
    const share = picture.graded ? DEEPEST * Math.abs(lean) : TINT;
    for (let part = 0; part < 3; part++) {
      image.data[4 * i + part] = paper[part] + share * (ink[part] - paper[part]);
    }
    image.data[4 * i + 3] = 255;
  }
  small.getContext('2d').putImageData(image, 0, 0);
  return small;
}

function examples(context, canvas, group, plane, colour, paint) {
  const filled = group.set === 'train';
  const few = plane.points.reduce((sum, one) => sum + one.x.length, 0) < FEW;
  const radius = (few ? LARGE : RADIUS) - (filled ? 0 : 0.6);
  context.lineWidth = filled ? 0.9 : 1.5;
  context.fillStyle = colour;
  context.strokeStyle = filled ? paint.paper : colour;
  group.x.forEach((x, i) => {
    context.beginPath();
    context.arc((x - plane.left) / (plane.right - plane.left) * canvas.width,
      (plane.top - group.y[i]) / (plane.top - plane.bottom) * canvas.height, radius, 0, 2 * Math.PI);
    if (filled) {
      context.fill();
    }
    context.stroke();
  });
}

/** Red, green and blue of a colour as the browser computes it, `rgb(1, 2, 3)`. */
function parts(colour) {
  return colour.match(/[\d.]+/g).slice(0, 3).map(Number);
}
