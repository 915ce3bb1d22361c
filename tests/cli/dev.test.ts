import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';

const project = resolve('.');
const chapters = '/docker-desktop/walkthrough';

let folder: string;
let server: ChildProcess;
let origin: string;
let reloads: WebSocket;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clusterbook-dev-'));
  mkdirSync(join(folder, 'snapshots'));
  mkdirSync(join(folder, 'content/notes'), { recursive: true });
  symlinkSync(resolve('snapshots/docker-desktop'), join(folder, 'snapshots/docker-desktop'));
  const walkthrough = 'content/walkthrough';
  cpSync(resolve(walkthrough), join(folder, walkthrough), { recursive: true });
  server = spawn(
    process.execPath,
    [resolve('node_modules/astro/bin/astro.mjs'), 'dev', '--root', project, '--port', '0'],
    {
      // Settings are read where a command runs: content is edited here, and not in the project.
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
      // Under a test Astro tells browsers of no change.
      env: { ...process.env, VITEST: '', NODE_ENV: 'development' },
    },
  );
  origin = await originOf(server);
  reloads = await whatTheBrowserHears();
});

afterAll(async () => {
  reloads?.close();
  server?.kill();
  if (server?.exitCode === null) await once(server, 'exit');
  rmSync(folder, { recursive: true, force: true });
});

/** Where it says that it serves. */
async function originOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('astro dev has no output');
  for await (const line of createInterface(stdout)) {
    const [said] = /http:\/\/localhost:\d+/.exec(line) ?? [];
    if (said === undefined) continue;
    // What it says later is not read, and must not fill the pipe.
    stdout.resume();
    return said;
  }
  throw new Error('astro dev ended without saying where it serves');
}

/** The socket over which a page that is open is told to load itself again. */
async function whatTheBrowserHears(): Promise<WebSocket> {
  const client = await (await fetch(`${origin}/@vite/client`)).text();
  const [, token] = /wsToken = "([^"]+)"/.exec(client) ?? [];
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/?token=${token}`, 'vite-hmr');
  await once(socket, 'open');
  return socket;
}

/** Saves a file of the content and waits until the browser is told. */
async function save(path: string, text: string): Promise<void> {
  const told = Promise.withResolvers<void>();
  const listen = ({ data }: MessageEvent) => {
    if (String(data).includes('full-reload')) told.resolve();
  };
  reloads.addEventListener('message', listen);
  writeFileSync(join(folder, 'content', path), text);
  await told.promise;
  reloads.removeEventListener('message', listen);
}

async function shows(path: string): Promise<string> {
  const response = await fetch(`${origin}${path}`);
  return `${response.status} ${await response.text()}`;
}

const chapter = (number: number, says: string) => `---
number: ${number}
title: What we agreed on
part: First look
summary: Rules of this team.
---

${says}
`;

test('a chapter shows as soon as it is there, and as soon as it is edited', async () => {
  expect(await shows(`${chapters}/agreed/`)).toMatch(/^404 /);
  await save('walkthrough/02-agreed.md', chapter(2, 'Nobody deploys on a Friday.'));
  expect(await shows(`${chapters}/agreed/`)).toContain('Nobody deploys on a Friday.');
  await save('walkthrough/02-agreed.md', chapter(2, 'Everybody deploys on a Friday.'));
  expect(await shows(`${chapters}/agreed/`)).toContain('Everybody deploys on a Friday.');
  expect(await shows(`${chapters}/`)).toContain('What we agreed on');
});

test('a note shows on the page that it is about as soon as it is saved', async () => {
  const page = '/docker-desktop/objects/deployments.apps/kube-system/coredns/';
  const note = (says: string) =>
    `---\nkind: Deployment\nnamespace: kube-system\nname: coredns\n---\n${says}\n`;
  expect(await shows(page)).toMatch(/^200 /);
  await save('notes/dns.md', note('Ask Ada before you scale this.'));
  expect(await shows(page)).toContain('Ask Ada before you scale this.');
  await save('notes/dns.md', note('Ask Grace before you scale this.'));
  expect(await shows(page)).toContain('Ask Grace before you scale this.');
});
