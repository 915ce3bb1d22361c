import { expect, test } from 'vitest';
import { snapshotOf } from '#tests/fixtures/builders.ts';
import { deployment, lines } from '#tests/fixtures/differences.ts';
import { diffSnapshots } from './diff-snapshots.ts';

test('an object under a new name is told as a guess, with how alike the two are', () => {
  const app = (name: string, image: string) =>
    deployment(`shop/${name}`, {
      replicas: 3,
      template: {
        metadata: { labels: { app: name, team: 'checkout' } },
        spec: {
          containers: [
            { name: 'app', image, args: ['--a', '--b'], env: [{ name: 'MODE', value: 'live' }] },
          ],
        },
      },
    });
  const { changes } = diffSnapshots(
    snapshotOf(app('cart', 'cart:1')),
    snapshotOf(app('basket', 'cart:2')),
  );
  expect(changes).toMatchObject([
    {
      change: 'renamed',
      object: { name: 'basket' },
      renamedFrom: { name: 'cart' },
      similarity: expect.closeTo(0.85, 1),
    },
  ]);
  const other = deployment('shop/basket', {
    template: { spec: { containers: [{ name: 'x', image: 'y' }] } },
  });
  expect(lines([app('cart', 'cart:1')], [other])).toEqual([
    '+ Deployment shop/basket',
    '- Deployment shop/cart',
  ]);
});
