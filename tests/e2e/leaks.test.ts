import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { leaksIn } from './leaks.ts';

const value = 'p&ss "word" <4711>';
const base64 = Buffer.from(value).toString('base64');

async function leaksOf(text: string, values = [value], known = new Set<string>()) {
  const folder = await mkdtemp(join(tmpdir(), 'clusterbook-leaks-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'deep'));
  await writeFile(join(folder, 'deep', 'page.html'), text);
  return (await leaksIn(folder, values, known)).length;
}

test.each([
  ['plain', `<p>${value}</p>`],
  ['in base64', `"a":"${base64}"`],
  ['in JSON', JSON.stringify({ a: value })],
  ['in HTML', '<td>p&amp;ss "word" &lt;4711&gt;</td>'],
])('a value is found %s', async (_, text) => {
  expect(await leaksOf(text)).toBe(1);
});

test('of several lines the longest is found', async () => {
  expect(await leaksOf('x MIIEvQIBADANBg y', ['-- BEGIN\nMIIEvQIBADANBg\n--'])).toBe(1);
});

test('what is short, public or a name elsewhere proves nothing', async () => {
  const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
  const text = `admin web-frontend ${certificate}`;
  const known = new Set(['web-frontend']);
  expect(await leaksOf(text, ['admin', 'web-frontend', certificate], known)).toBe(0);
});
