import { expect, test } from 'vitest';
import {
  flag,
  intOrString,
  list,
  number,
  numberOr,
  optionalList,
  part,
  partAsIs,
  quantities,
  record,
  strings,
  text,
} from './schema.ts';

const Container = part({ name: text, ports: list(part({ port: number })) });
const odd = [undefined, null, 1.5, 'x', true, {}, []] as const;

test('a value of a wrong type counts as absent', () => {
  const read = (schema: { read(value: unknown): unknown }) =>
    odd.map((value) => schema.read(value));
  const no = undefined;
  expect(read(text)).toEqual([no, no, no, 'x', no, no, no]);
  expect(read(number)).toEqual([no, no, 1.5, no, no, no, no]);
  expect(read(flag)).toEqual([no, no, no, no, true, no, no]);
  expect(read(intOrString)).toEqual([no, no, '1.5', 'x', no, no, no]);
  expect(read(numberOr(1))).toEqual([1, 1, 1.5, 1, 1, 1, 1]);
  expect(read(record)).toEqual([no, no, no, no, no, {}, no]);
  expect(read(strings)).toEqual([no, no, no, no, no, {}, no]);
  expect(read(part({ a: text }))).toEqual([no, no, no, no, no, {}, no]);
  expect(read(list(text))).toEqual([[], [], [], [], [], [], []]);
  expect(read(optionalList(text))).toEqual([no, no, no, no, no, no, []]);
});

test('an odd field costs itself and nothing beside it', () => {
  const containers = [
    { name: 7, image: 'web', ports: [{ port: '80' }] },
    { name: 'b', ports: 80 },
  ];
  expect(list(Container).read(containers)).toEqual([{ ports: [{}] }, { name: 'b', ports: [] }]);
  expect(list(Container).read([{ name: 'a' }, null])).toEqual([]);
});

test('an object without an odd field can be handed on as it is', () => {
  const Mount = partAsIs({ name: text, subPath: text });
  const mounts = [{ name: 'a', readOnly: true }, { name: 'b' }];
  expect(list(Mount).read(mounts)).toBe(mounts);
  expect(list(Mount).read([...mounts, { name: 'c', subPath: 7, readOnly: true }])).toEqual([
    ...mounts,
    { name: 'c' },
  ]);
  expect(Mount.read(null)).toBe(undefined);
});

test('numbers that JSON cannot write are none', () => {
  expect(number.read(Number.POSITIVE_INFINITY)).toBe(undefined);
  expect(number.read(2n ** 60n)).toBe(undefined);
});

test('of quantities the odd one is left out; a selector with an odd value selects nothing', () => {
  expect(quantities.read({ cpu: 1, memory: '64Mi', pods: null })).toEqual({
    cpu: '1',
    memory: '64Mi',
  });
  expect(strings.read({ app: 'web', tier: 1 })).toBe(undefined);
});

test('a field that no schema names is not read, whatever it is called', () => {
  const hostile: unknown = JSON.parse('{ "__proto__": { "name": "x" }, "constructor": "y" }');
  expect(Container.read(hostile)).toEqual({ ports: [] });
  expect(quantities.read(JSON.parse('{ "__proto__": "1", "cpu": 1 }'))).toEqual({ cpu: '1' });
});
