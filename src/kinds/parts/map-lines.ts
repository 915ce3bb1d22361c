/** A line for each entry of a map, in its order: `{ cpu: '4' }` → `['cpu 4']`. Zero amounts are left out. */
export function mapLines(
  map: Readonly<Record<string, string | undefined>> | undefined,
): readonly string[] {
  return Object.entries(map ?? {}).flatMap(([key, value]) =>
    value === undefined || value === '0' ? [] : [`${key} ${value}`],
  );
}
