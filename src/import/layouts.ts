import type { Layout, Place } from './layout.ts';

/** All layouts, the most particular first: the first that knows a path says what lies there. */
const layouts: readonly Layout[] = [];

/** What is known of a file from where it lies in its dump. */
export function placeOf(
  path: string,
): { readonly layout: Layout; readonly place: Place } | undefined {
  for (const layout of layouts) {
    const place = layout.placeOf(path);
    if (place !== undefined) return { layout, place };
  }
  return undefined;
}
