import { expect, test } from 'vitest';
import { clusterInfoDump } from './cluster-info-dump.ts';

test('lists are read and JSON in the logs between them is not', () => {
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
  expect(clusterInfoDump.recognises(text)).toBe(true);
  expect(clusterInfoDump.read(text)).toEqual({
    documents: [{ kind: 'NodeList' }, { kind: 'PodList' }],
    problems: [],
  });
});
