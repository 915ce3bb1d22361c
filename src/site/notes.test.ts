import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { ObjectId } from '#snapshot/object-id.ts';
import { type Book, clusterOf, readBook } from './book.ts';
import { notesOf } from './notes.ts';

const web = 'Deployment.apps/shop/web' as ObjectId;

let samples: Book;

beforeAll(async () => {
  samples = await readBook({
    snapshots: resolve('snapshots'),
    content: [resolve('content')],
    configDir: resolve('snapshots'),
    base: '/',
    only: [],
    samples: true,
  });
});

/** The book of the samples with the notes that ship and those of a folder of one's own. */
async function bookWith(
  notes: Readonly<Record<string, string>>,
  isWhole: boolean = true,
): Promise<Book> {
  const own = await mkdtemp(join(tmpdir(), 'notes-'));
  onTestFinished(() => rm(own, { recursive: true }));
  await mkdir(join(own, 'notes', 'shop'), { recursive: true });
  for (const [name, text] of Object.entries(notes)) {
    await writeFile(join(own, 'notes', name), text);
  }
  return { ...samples, isWhole, contentDirs: [...samples.contentDirs, own] };
}

async function filesAt(book: Book, id: ObjectId): Promise<readonly string[]> {
  const notes = await notesOf(book, clusterOf(book, 'shop-prod'));
  return notes.at(id).map(({ file }) => file);
}

test("one's own note stands beside those that ship, and in the place of one of the same path", async () => {
  const note = '---\nkind: Deployment\nnamespace: shop\nname: web\n---\nOurs.\n';
  const beside = await bookWith({ 'a.md': note, 'README.md': 'For authors.\n' });
  expect(await filesAt(beside, web)).toEqual(['notes/a.md', 'notes/shop/web.md']);
  const instead = await bookWith({ 'shop/web.md': '---\nnamespace: shop\n---\nOurs.\n' });
  expect(await filesAt(instead, web)).toEqual([]);
});

test('every note that ships is about something of the samples', async () => {
  const book = await bookWith({});
  const { places } = await notesOf(book, clusterOf(book, 'shop-prod'));
  expect(places.map(({ view, what, objects }) => `${view.file}: ${what}, ${objects}`)).toEqual([
    'notes/shop/certificates.md: Kind Certificate, 0',
    'notes/shop/claims.md: PersistentVolumeClaim data-postgres-0, 5',
    'notes/shop/namespace.md: Namespace shop, 0',
    'notes/shop/prod.md: Cluster shop-prod, 0',
    'notes/shop/web.md: Deployment web, 1',
  ]);
});

test('a book with a note about nothing is refused, with file and line', async () => {
  const text = '---\nkind: Deployment\nnamespace: shop\nname: wbe\n---\nText.\n';
  const book = await bookWith({ 'wbe.md': text });
  await expect(notesOf(book, clusterOf(book, 'docker-desktop'))).rejects.toMatchObject({
    name: 'UserError',
    message: 'notes/wbe.md:4: no snapshot has a Deployment "wbe" in namespace shop.',
  });
  const chosen = await bookWith({ 'wbe.md': text }, false);
  expect(await filesAt(chosen, web)).toEqual(['notes/shop/web.md']);
});
