/** Whatever is edited in a real cluster: sides can be swapped, and what is reported is the whole difference. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseYaml } from '#diff/documents/yaml.ts';
import { type Fields, isFields } from '#snapshot/fields.ts';
import { jsonLine } from '#snapshot/json.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { idOf } from '#snapshot/object-id.ts';
import { object, snapshotOf } from '#tests/fixtures/builders.ts';
import { changesOf, rewritten, sample } from '#tests/fixtures/rewritten-sample.ts';
import { diffSnapshots } from './diff-snapshots.ts';
import type { FieldChange, SnapshotDiff } from './snapshot-diff.ts';

/** One edit: which object, which of its leaves, and what becomes of it. */
const edits = fc.array(
  fc.record({
    object: fc.nat(sample.length - 1),
    leaf: fc.nat(),
    action: fc.constantFrom('change', 'remove', 'drop object', 'add label'),
  }),
  { minLength: 1, maxLength: 8 },
);
type Edit = { object: number; leaf: number; action: string };

const quiet = /^(apiVersion|kind|status|metadata\.(?!labels))/;

function edited(objects: readonly KubeObject[], list: readonly Edit[]): readonly KubeObject[] {
  const result: (KubeObject | undefined)[] = [...objects];
  for (const { object: index, leaf, action } of list) {
    const target = result[index];
    if (target === undefined) continue;
    if (action === 'drop object') result[index] = undefined;
    else if (action === 'add label') {
      const labels = { ...target.metadata.labels, [`drawn-${leaf % 5}`]: `${leaf}` };
      result[index] = { ...target, metadata: { ...target.metadata, labels } };
    } else result[index] = withLeaf(target, leaf, action);
  }
  return result.filter((each) => each !== undefined);
}

function withLeaf(target: KubeObject, leaf: number, action: string): KubeObject {
  let count = 0;
  rewritten(target, (value, path) => {
    if (isLeaf(value, path)) count += 1;
    return value;
  });
  const wanted = count === 0 ? -1 : leaf % count;
  let seen = -1;
  return rewritten(target, (value, path) => {
    if (!isLeaf(value, path)) return value;
    seen += 1;
    if (seen !== wanted) return value;
    if (action === 'remove') return null;
    return typeof value === 'number'
      ? value + 1
      : typeof value === 'boolean'
        ? !value
        : `${value}x`;
  }) as KubeObject;
}

function isLeaf(value: unknown, path: readonly string[]): boolean {
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
  // A list holds no nulls, and what names an item decides which items meet.
  const isNamed = ['[]', 'name', 'mountPath', 'port', 'containerPort'].includes(path.at(-1) ?? '');
  return isPlain && !isNamed && !quiet.test(path.join('.'));
}

/** Every difference in a line that does not depend on positions; `swapped` tells it from the other side. */
function told({ changes }: Pick<SnapshotDiff, 'changes'>, swapped = false): readonly string[] {
  const word = { added: 'removed', removed: 'added', modified: 'modified', renamed: 'renamed' };
  return changes
    .filter(({ change }) => change !== 'renamed')
    .flatMap(({ change, object: name, concerns, fields }) => [
      jsonLine([
        swapped ? word[change] : change,
        name,
        concerns
          .map(({ what, side }) =>
            swapped ? [what, side === 'after' ? 'before' : 'after'] : [what, side],
          )
          .map(String)
          .sort(),
      ]),
      ...fields.map(({ path, before, after }) => {
        const values = swapped ? [after, before] : [before, after];
        return jsonLine([name, path.replace(/\[\d+\]/g, '[]'), ...values.map((v) => v ?? null)]);
      }),
    ])
    .sort();
}

test('swapping the sides mirrors the differences', () => {
  fc.assert(
    fc.property(edits, (list) => {
      const after = edited(sample, list);
      const [there, back] = [snapshotOf(...sample), snapshotOf(...after)];
      expect(told(diffSnapshots(back, there), true)).toEqual(told(diffSnapshots(there, back)));
    }),
    { numRuns: 30 },
  );
});

test('what is reported, applied to one side, gives the other', () => {
  fc.assert(
    fc.property(edits, (list) => {
      const after = edited(sample, list);
      const changes = changesOf(sample, after);
      expect(changesOf(applied(sample, after, changes), after)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('init containers that come, go and trade places are told so that one side gives the other', () => {
  const names = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 1 });
  const web = (order: readonly string[]) =>
    object('apps/v1', 'Deployment', 'shop/web', {
      spec: {
        template: { spec: { initContainers: order.map((name) => ({ name, image: name })) } },
      },
    });
  fc.assert(
    fc.property(names, names, (before, after) => {
      const [left, right] = [[web(before)], [web(after)]];
      const changes = changesOf(left, right);
      expect(changes).toHaveLength(before.join() === after.join() ? 0 : 1);
      expect(applied(left, right, changes)).toEqual(right);
    }),
  );
});

test('every edit is seen', () => {
  fc.assert(
    fc.property(fc.nat(sample.length - 1), fc.nat(999), (index, value) => {
      const after = edited(sample, [{ object: index, leaf: value, action: 'add label' }]);
      expect(changesOf(sample, after).length).toBeGreaterThan(0);
    }),
    { numRuns: 20 },
  );
});

function applied(
  before: readonly KubeObject[],
  after: readonly KubeObject[],
  changes: SnapshotDiff['changes'],
): readonly KubeObject[] {
  const objects = new Map<string, unknown>(before.map((each) => [idOf(each), each]));
  const theirs = new Map<string, KubeObject>(after.map((each) => [idOf(each), each]));
  for (const { change, beforeId = '', afterId = '', fields } of changes) {
    if (change === 'removed' || change === 'renamed') objects.delete(beforeId);
    if (change === 'added' || change === 'renamed') objects.set(afterId, theirs.get(afterId));
    if (change !== 'modified') continue;
    const put = (target: unknown, { path, after: value }: FieldChange) =>
      withValue(target, stepsOf(path), value);
    const [placed, changed] = [true, false].map((is) =>
      fields.filter(({ at }) => (at !== undefined) === is),
    );
    const patched = changed?.reduce(put, objects.get(beforeId));
    // Positions are those of the before side, so nothing moves up until all is in place.
    const whole = rewritten(patched, (v) => (Array.isArray(v) ? v.filter((i) => i !== gone) : v));
    // What comes has its position on the after side, so it comes last, the first first.
    objects.set(
      beforeId,
      placed?.reduce((t, { path, at, after: v }) => withValue(t, stepsOf(path), v, at), whole),
    );
  }
  return [...objects.values()] as KubeObject[];
}

const gone = Symbol('gone');

/** `a["b.c"][name=x][0]` → `['a', 'b.c', '[name=x]', '[0]']`. */
function stepsOf(path: string): readonly string[] {
  return [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|(\[[^\]]*\])|([^.[\]]+)/g)].map(
    ([, quoted, item, field]) =>
      quoted === undefined ? (item ?? field ?? '') : JSON.parse(`"${quoted}"`),
  );
}

function withValue(
  target: unknown,
  [step, ...rest]: readonly string[],
  value: unknown,
  place?: number,
): unknown {
  if (step === undefined) return value;
  if (typeof target === 'string')
    return jsonLine(withValue(parseYaml(target), [step, ...rest], value, place));
  if (step === 'order' && Array.isArray(target)) return inOrder(target, value);
  if (!step.startsWith('[')) {
    const fields: Fields = isFields(target) ? target : {};
    return { ...fields, [step]: withValue(fields[step], rest, value, place) };
  }
  const list: readonly unknown[] = Array.isArray(target) ? target : [];
  const at = placeIn(list, step.slice(1, -1));
  const item = withValue(list[at], rest, value, place) ?? gone;
  if (at < list.length) return list.with(at, item);
  return rest.length === 0 ? list.toSpliced(place ?? at, 0, item) : [...list, item];
}

/** The items that keys name in their order: `['name=b', 'name=a']`; what is gone needs no place. */
function inOrder(list: readonly unknown[], keys: unknown): readonly unknown[] {
  return Array.isArray(keys) ? keys.map((key) => list[placeIn(list, String(key))]) : list;
}

function placeIn(list: readonly unknown[], key: string): number {
  if (/^\d+$/.test(key)) return Number(key);
  const pairs = key.split(',').map((part) => part.split('='));
  const at = list.findIndex(
    (item) => isFields(item) && pairs.every(([f = '', v]) => String(item[f] ?? 'TCP') === v),
  );
  return at === -1 ? list.length : at;
}
