import { score } from './format.js';

const LETTER = 7;
const FEW = 24;
const LONGEST_TURNED = 100;

/** The pixels that names of columns take which have to be turned, for want of room. */
export function turnedHeight({ columns, rows, width }) {
  return turned(columns, roomOf(columns, rows, width)) ? Math.min(LONGEST_TURNED, LETTER * longest(columns)) : 0;
}

function turned(columns, room) {
  return columns.length <= FEW && LETTER * longest(columns) > room;
}

function roomOf(columns, rows, width) {
  return (width - sideOf(rows, width) - 18) / columns.length;
}

function sideOf(rows, width) {
  return Math.min(190, width * 0.36, LETTER * longest(rows) + 14);
}

/**
 * The option of a heat map.
 *
 * @param cells of `{x, y, value}`
 * @param rows names, from the top
 * @param names of the two directions, across first
 * @param reversed whether less is more
 * @param words what stands in a cell, where there is room; its score where it is left out
 */
export function heatMap({ paint, width, cells, columns, rows, names, decimals, reversed, tip, words, least, most }) {
  const values = cells.map(cell => cell.value);
  const low = least ?? Math.min(...values);
  const high = most ?? Math.max(...values);
  const side = sideOf(rows, width);
  const text = words ?? (cell => score(cell.value, decimals));
  const room = roomOf(columns, rows, width);
  const upright = turnedHeight({ columns, rows, width });
  const readable = room >= LETTER * longest(cells.map(text)) + 3;
  return {
    grid: { left: 8, right: 10, top: 8, bottom: 28, containLabel: true },
    xAxis: { type: 'category', data: columns, name: names[0], nameLocation: 'middle', nameGap: 28 + upright,
      axisLabel: columns.length <= FEW
        ? { color: paint.ink, interval: 0, hideOverlap: false, width: upright || room - 4, overflow: 'truncate', rotate: upright ? 90 : 0 }
        : { color: paint.ink },
      axisTick: { show: false } },
    yAxis: { type: 'category', data: rows, inverse: true, name: '',
      axisLabel: { color: paint.ink, width: side, overflow: 'truncate', hideOverlap: false }, axisTick: { show: false } },
    visualMap: { show: false, min: low, max: high > low ? high : low + 1, dimension: 2,
      inRange: { color: reversed ? [...paint.scale].reverse() : paint.scale } },
    tooltip: { trigger: 'item', formatter: at => tip(cells[at.dataIndex]) },
    series: {
      type: 'heatmap',
      data: cells.map(cell => ({
        value: [cell.x, cell.y, cell.value],
        label: { color: inkOn(paint, (cell.value - low) / (high - low || 1), reversed) },
      })),
      label: { show: readable, fontSize: 11, formatter: at => text(cells[at.dataIndex]) },
      itemStyle: { borderColor: paint.paper, borderWidth: columns.length > 40 ? 0 : 1 },
      emphasis: { itemStyle: { borderColor: paint.ink, borderWidth: 1 } },
    },
  };
}

function longest(texts) {
  return Math.max(...texts.map(one => one.length));
}

/** Words on a cell stand out from it: the scale runs from the colour of the paper to that of the ink. */
function inkOn(paint, share, reversed) {
  return (reversed ? 1 - share : share) > 0.55 ? paint.paper : paint.ink;
}
