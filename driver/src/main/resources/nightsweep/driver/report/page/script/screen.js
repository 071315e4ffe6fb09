/** Whether the page is read on a telephone, where a table shows three or four columns at a time. */
export const small = matchMedia('(max-width: 36rem)').matches;
