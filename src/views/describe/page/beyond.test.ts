import { expect, test } from 'vitest';
import { group, lines, present, value, values } from '#views/describe/description.ts';
import { descriptionText } from '#views/describe/description-text.ts';
import { beyond, saidBy } from './beyond.ts';

test('a Pod tells what its template does not', () => {
  const template = present([
    group('Pod Template', [
      group('Containers', [group('web', [value('Image', 'web:1'), lines('Args', ['-v'])])]),
    ]),
  ]);
  const pod = present([
    value('Name', 'web-1'),
    values('Labels', ['app=web']),
    group('Containers', [
      group('web', [
        value('Image', 'web:1'),
        lines('Args', ['-v']),
        value('Ready', 'True'),
        lines('Mounts', ['/token from kube-api-access-5xg7c (ro)']),
      ]),
    ]),
  ]);
  expect(descriptionText(beyond(pod, saidBy(template)))).toBe(`Labels:  app=web
Containers:
  web:
    Ready:  True
`);
});
