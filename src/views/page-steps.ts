/** Pages on either side of the current one that have a link of their own. */
const around = 2;

/**
 * The pages of a long list that get a link: the first, the last and those around the current one, counted
 * from 1; `undefined` stands where some are left out.
 */
export function pageSteps(current: number, pages: number): readonly (number | undefined)[] {
  const shown = Array.from({ length: pages }, (_, i) => i + 1).filter(
    (page) => page === 1 || page === pages || Math.abs(page - current) <= around,
  );
  return shown.flatMap((page, i) => {
    const before = shown[i - 1] ?? 0;
    // One page left out takes no more room than the sign for it.
    if (page - before === 2) return [page - 1, page];
    return page - before > 2 ? [undefined, page] : [page];
  });
}
