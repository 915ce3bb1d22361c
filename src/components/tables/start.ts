// On every page, so as little as there can be: the rest comes where there is something to filter or sort.

const tables = document.querySelectorAll<HTMLTableElement>('table[data-rows]');
if (tables.length > 0) {
  const { setUpTable } = await import('./filtered-table.ts');
  for (const table of tables) setUpTable(table);
}

const list = document.querySelector<HTMLInputElement>('[data-list-filter]');
if (list !== null) {
  const { setUpList } = await import('./filtered-list.ts');
  setUpList(list);
}

export {};
