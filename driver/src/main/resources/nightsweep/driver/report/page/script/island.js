/** Everything that the page shows. */
export const data = JSON.parse(document.getElementById('data').textContent);

/** The table of a name as a list of objects by column; empty where the run has none. */
export function records(name) {
  const table = data.tables[name];
  if (!table) {
    return [];
  }
  return table.rows.map(row => Object.fromEntries(table.columns.map((column, i) => [column.name, row[i]])));
}
