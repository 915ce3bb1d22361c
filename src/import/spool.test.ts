import { expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { Spool } from './spool.ts';

const object = (kind: string, name: string, generation: bigint | number): KubeObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace: 'shop', resourceVersion: '1', note: 'a\u2028b' },
  generation,
});

test('objects that went through the disk come out in order, each once, as they went in', async () => {
  // Small enough for runs that are merged into runs again.
  await using spool = new Spool({ held: 300, runs: 2 });
  const names = Array.from({ length: 60 }, (_, index) => `web-${(index * 37) % 60}`);
  for (const kind of ['Service', 'Pod']) {
    for (const name of [...names, ...names.slice(0, 10)]) {
      const read = object(kind, name, 2n ** 60n);
      spool.add({ object: read, redactions: { token: 1 }, size: 50 });
      await spool.relieve();
    }
  }
  const merged = await Array.fromAsync(spool.merged());
  expect(merged.map(({ object: { kind, metadata } }) => `${kind} ${metadata.name}`)).toEqual(
    ['Pod', 'Service'].flatMap((kind) =>
      [...new Set(names)].sort().map((name) => `${kind} ${name}`),
    ),
  );
  expect(merged[0]).toMatchObject({
    object: object('Pod', 'web-0', 2n ** 60n),
    redactions: { token: 1 },
  });
  expect(spool.duplicates).toBe(20);
});
