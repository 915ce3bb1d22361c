import { expect, test } from 'vitest';
import { LogFilter } from './cluster-info-dump.ts';

const text = `{
    "kind": "NodeList"
}
==== START logs for container app of pod shop/web-1 ====
{"level":"info","kind":"Pod"}
==== END logs for container app of pod shop/web-1 ====
{
    "kind": "PodList"
}
==== START logs for container app of pod shop/web-2 ====
{"cut": "short"
`;

test.each([1, 7, 50, 1000])(
  'lists stay and logs between them go, also in pieces of %i characters',
  (length) => {
    const filter = new LogFilter();
    const pieces = text.match(new RegExp(`[^]{1,${length}}`, 'g')) ?? [];
    const shown = [...pieces.flatMap((piece) => [...filter.push(piece)]), filter.end()].join('');
    expect(filter.found).toBe(true);
    expect(shown.replaceAll(' ', '').trimEnd()).toBe(`{
"kind":"NodeList"
}


containerappofpodshop/web-1====
{
"kind":"PodList"
}`);
  },
);
