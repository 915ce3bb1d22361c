import { expect, test } from 'vitest';
import { complaintOf } from '#tests/fixtures/complaint.ts';
import { filesOf, imported } from '#tests/fixtures/imported.ts';

test('what is readable is kept, what is not is named and counted', async () => {
  const { report, source, lists } = await imported(
    filesOf({
      'good.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n',
      'broken.yaml': 'apiVersion: v1\nkind: [Pod\n',
      'values.yaml': 'replicas: 2\n',
      'empty.json': '',
      'null.json': { apiVersion: 'v1', kind: 'List', items: null },
      'nulls.json': {
        apiVersion: 'v1',
        kind: 'NodeList',
        metadata: { resourceVersion: '7' },
        items: null,
      },
      'nameless.json': { kind: 'List', items: [{ a: 1 }, { a: 2 }] },
      'picture.png': '\u0000PNG',
      'README.md': '# About\n',
      'log.txt': '{"level":"info","msg":"started"}\n',
    }),
  );
  expect(lists.flatMap(({ objects }) => objects.map(({ metadata }) => metadata.name))).toEqual([
    'web',
  ]);
  expect(source).toEqual({
    type: 'import',
    formats: ['API list (JSON)', 'kubectl List (JSON)', 'object (YAML)'],
    unreadable: 6,
  });
  expect(report).toEqual({
    formats: ['API list (JSON)', 'kubectl List (JSON)', 'object (YAML)'],
    files: 5,
    read: [
      { group: '', kind: 'Pod', count: 1 },
      { group: '', kind: 'Node', count: 0 },
    ],
    unreadable: [
      {
        file: 'broken.yaml',
        text: 'YAML does not parse at line 3, column 1: bad indent',
        count: 1,
      },
      { file: 'values.yaml', text: 'holds no Kubernetes objects', count: 1 },
      { file: 'empty.json', text: 'is empty', count: 1 },
      { file: 'null.json', text: 'items is null in a List that names no kind', count: 1 },
      { file: 'nameless.json', text: 'has no kind and no apiVersion', count: 2 },
    ],
    remarks: [
      {
        file: 'nulls.json',
        text: 'items of the NodeList is null: read as an empty list',
        count: 1,
      },
    ],
    duplicates: 0,
    ignored: [
      { file: 'picture.png', text: 'is not text', count: 1 },
      { file: 'README.md', text: 'holds no Kubernetes objects', count: 1 },
      { file: 'log.txt', text: 'holds no Kubernetes objects', count: 1 },
    ],
  });
});

/** The error of a dump in which nothing is. */
const complaint = (contents: Readonly<Record<string, unknown>>) =>
  complaintOf(imported(filesOf(contents)));

test('an empty folder is an error', async () => {
  expect(await complaint({})).toMatchInlineSnapshot(`
    "There are no Kubernetes objects to import. There are no files.
    Give import what \`kubectl get -A -o json\` or -o yaml prints, a folder of such files, or manifests."
  `);
});

test('a dump without one object is an error that names each file and why', async () => {
  const contents = { 'README.md': '# Hello\n', 'values.yaml': 'replicas: 2\n', 'a.json': '{"a":' };
  expect(await complaint(contents)).toMatchInlineSnapshot(`
    "There are no Kubernetes objects to import.
      values.yaml: holds no Kubernetes objects
      a.json: line 1 begins JSON that is not valid or not whole
      README.md: holds no Kubernetes objects
    Give import what \`kubectl get -A -o json\` or -o yaml prints, a folder of such files, or manifests."
  `);
});
