import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig, readIfThere, readSettings, settingsVariable } from './settings.ts';

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clusterbook-settings-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const defaults = { base: '/', only: [], samples: false };

test('without a build the settings are those of the working folder', () => {
  expect(readSettings({})).toEqual({
    ...defaults,
    snapshots: resolve('snapshots'),
    content: [resolve('content')],
    configDir: resolve('.'),
  });
});

test('a build hands over what its flags decide, and a setting nobody knows is refused', () => {
  const given = { snapshots: '/s', content: ['/c'], configDir: '/d' };
  const settings = (value: object) => readSettings({ [settingsVariable]: JSON.stringify(value) });
  expect(settings({ ...given, only: ['prod'] })).toEqual({ ...defaults, ...given, only: ['prod'] });
  expect(() => settings({ ...given, onyl: ['prod'] })).toThrow('onyl');
});

test('the configuration of a folder, or its defaults', async () => {
  const folder = await folderWith({ 'clusterbook.config.json': '{"title": "Our clusters"}' });
  expect((await readConfig(folder)).title).toBe('Our clusters');
  expect((await readConfig(join(folder, 'elsewhere'))).title).toBe('Clusterbook');
});

test('a file that is there and cannot be read is no absent one', async () => {
  const folder = await folderWith({});
  expect(await readIfThere(join(folder, 'absent'))).toBeUndefined();
  await expect(readIfThere(folder)).rejects.toThrow('EISDIR');
});
