import { expect, test } from 'vitest';
import { group, inline, lines, present, table, value, values } from './description.ts';
import { descriptionText } from './description-text.ts';

test('values line up as long as the lines follow each other', () => {
  const description = present([
    value('Name', 'web'),
    values('Labels', ['app=web', 'tier=front']),
    lines('Args', ['--port', '80']),
    value('Service Account', 'default'),
    values('Tolerations', []),
  ]);
  expect(descriptionText(description)).toBe(`Name:    web
Labels:  app=web
         tier=front
Args:
  --port
  80
Service Account:  default
Tolerations:      <none>
`);
});

test('a value keeps what stands behind it in a column', () => {
  const secret = { text: "<set to the key 'a' in secret 'b'>", aside: 'Optional: true' };
  const description = present([
    group('Environment', [value('A', secret), value('LONG', { text: 'x', aside: 'y' })]),
  ]);
  expect(descriptionText(description)).toBe(`Environment:
  A:     <set to the key 'a' in secret 'b'>  Optional: true
  LONG:  x                                   y
`);
});

test('a table has its heads underlined', () => {
  const description = [
    table('Conditions', ['Type', 'Status'], [['Available', 'True']]),
    inline('Ports', '<unset>'),
  ];
  expect(descriptionText(description)).toBe(`Conditions:
  Type       Status
  ----       ------
  Available  True
Ports: <unset>
`);
});

test('what an object holds cannot command a terminal', () => {
  const description = present([value('Message', 'red \u001b[31m\rover\ttab')]);
  expect(descriptionText(description)).toBe('Message:  red \\x1b[31m\\x0dover\\x09tab\n');
});

test('a value of several lines stays under its label', () => {
  const description = present([value('Message', 'one\ntwo')]);
  expect(descriptionText(description)).toBe('Message:  one\n          two\n');
});
