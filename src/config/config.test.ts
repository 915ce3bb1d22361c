import { expect, test } from 'vitest';
import { parseConfig } from './config.ts';
import { parseRules } from './rules.ts';

function failure(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  return 'no error';
}

test('an empty configuration has a title and compares nothing in particular', () => {
  expect(parseConfig('{}')).toEqual({
    title: 'Clusterbook',
    redact: [],
    import: {},
    indexable: false,
  });
});

test('a key nobody knows is refused by name, with the file', () => {
  expect(failure(() => parseConfig('{"titel": "Our clusters"}'))).toBe(
    'UserError: clusterbook.config.json does not say what Clusterbook understands:\n✖ Unrecognized key: "titel"',
  );
});

test('a wrong type is named with its place', () => {
  expect(failure(() => parseConfig('{"compare": [{"before": 1, "after": "prod"}]}'))).toContain(
    'at compare[0].before',
  );
});

test('text that is not JSON is an error of the file, not of the program', () => {
  expect(failure(() => parseConfig('{"title": }'))).toMatch(
    /^UserError: clusterbook\.config\.json is not JSON: /,
  );
});

test('a redaction rule that would mask everything is refused', () => {
  expect(failure(() => parseConfig('{"redact": [{"id": "own"}]}'))).toContain(
    '"path" or "pattern"',
  );
});

test('a rules file keeps what it says and fills in what it leaves out', () => {
  const rules = parseRules(
    '{"namespaces": {"shop-stg": "shop"}, "expect": [{"path": "spec.replicas", "reason": "smaller"}]}',
    'shop.rules.json',
  );
  expect(rules).toEqual({
    namespaces: { 'shop-stg': 'shop' },
    names: {},
    hosts: {},
    registries: {},
    values: [],
    expect: [{ path: 'spec.replicas', reason: 'smaller' }],
  });
});

test('a name with more stars after than before is refused: nothing says what they stand for', () => {
  expect(failure(() => parseRules('{"namespaces": {"a-*": "*-*"}}', 'r.json'))).toContain(
    'more stars after than before',
  );
});

test('an expectation that would swallow every difference is refused', () => {
  expect(failure(() => parseRules('{"expect": [{"reason": "all fine"}]}', 'r.json'))).toContain(
    'would expect every difference',
  );
});
