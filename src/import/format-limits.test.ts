import { expect, test } from 'vitest';
import { filesOf, imported } from '#tests/fixtures/imported.ts';

const list = (kind: string, names: readonly string[]) =>
  JSON.stringify({
    kind: `${kind}List`,
    apiVersion: 'v1',
    metadata: {},
    items: names.map((name) => ({
      metadata: kind === 'Node' ? { name } : { name, namespace: 'a' },
    })),
  });

const log =
  '==== START logs for container a of pod a/b ====\nhello\n==== END logs for container a of pod a/b ====';
const dump = [list('Node', ['n']), list('Pod', ['p']), log].join('\n');

/** Ledger lines by plural: status, objects and message. */
async function ledger(contents: Readonly<Record<string, string>>) {
  const { lists } = await imported(filesOf(contents));
  return new Map(
    lists.map(({ type, outcome, objects }) => [
      type.plural,
      `${outcome.status} ${objects.length} ${outcome.message ?? ''}`.trim(),
    ]),
  );
}

test('cluster-info dump says nothing of kinds that it has no place for, and little of namespaces', async () => {
  const lines = await ledger({ 'dump.txt': dump });
  expect(lines.get('nodes')).toBe('complete 1');
  expect(lines.get('pods')).toBe(
    'partial 1 kubectl cluster-info dump reads the namespaces it is told, by default one and kube-system.',
  );
  expect(lines.get('configmaps')).toMatch(
    /^partial 0 Not in the format: kubectl cluster-info dump writes Nodes, Events,/,
  );
});

test('beside other files it limits nothing', async () => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: a}\n';
  const lines = await ledger({ 'dump.txt': dump, 'secret.yaml': secret });
  expect(lines.get('configmaps')).toBe('skipped 0 Not in the dump.');
});
