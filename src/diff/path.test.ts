import { expect, test } from 'vitest';
import { pathText } from './path.ts';

test('a path names list items by key or by position, and quotes what is no plain field', () => {
  expect(
    pathText([
      { field: 'spec' },
      { field: 'ports' },
      { key: 'name=web', match: [['name', 'web']] },
      { field: 'args' },
      { index: 2 },
      { field: 'app.io/x' },
    ]),
  ).toBe('spec.ports[name=web].args[2]["app.io/x"]');
});
