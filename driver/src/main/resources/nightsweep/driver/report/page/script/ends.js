/**
 * The ends of an axis for figures that cannot pass some: it stops there where it would come near, so that nothing is
 * drawn, nor seems possible, beyond.
 *
 * @param ends the lower and the upper, null where there is none
 */
export function within(ends) {
  const near = 0.4;
  const [least, greatest] = ends ?? [null, null];
  return {
    min: ({ min, max }) => least !== null && min - least < near * (max - min) ? least : null,
    max: ({ min, max }) => greatest !== null && greatest - max < near * (max - min) ? greatest : null,
  };
}
