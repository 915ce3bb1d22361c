import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from './built-site.ts';
import { type BuiltPage, brokenLinks, readPages, textOf } from './pages.ts';

const data = '../shared/data';

// Those whose licences keep them out of this repository; each is a folder with its SOURCE.md.
const dumps = existsSync(data) ? readdirSync(data).sort() : [];

describe.skipIf(dumps.length === 0)(
  `a book of dumps, built from their paths (skipped without ${data})`,
  () => {
    let site = '';
    let pages: readonly BuiltPage[] = [];

    beforeAll(async () => {
      site = await mkdtemp(join(tmpdir(), 'clusterbook-dumps-'));
      await build([...dumps.map((name) => `${data}/${name}`), '--out', site]);
      pages = readPages(site);
    });

    afterAll(() => rm(site, { recursive: true, force: true }));

    function text(path: string): string {
      return textOf(pages.find((page) => page.path === path)?.html ?? '');
    }

    test('each has its pages, and every link leads to one, and to an element of it', () => {
      for (const name of dumps) expect(text(`/${name}/`), name).toContain(name);
      expect(pages.length).toBeGreaterThan(5000);
      expect(brokenLinks(site, pages).slice(0, 20)).toEqual([]);
    });

    test('what was inferred is marked wherever it is shown', () => {
      const id = 'docker-desktop-1.28-dump-yaml';
      expect(text('/')).toContain('v1.28.2 (inferred from the image of kube-apiserver)');
      expect(text('/')).toContain('1 node (inferred), 27 Pods');
      expect(text(`/${id}/`)).toContain('Inferred from the image of kube-apiserver');
      expect(text(`/${id}/`)).toContain('Kubernetes v1.28.2 (inferred)');
      expect(text(`/${id}/namespaces/`)).toContain('kube-public inferred');
      expect(text(`/${id}/namespaces/kube-public/`)).toContain(
        'The dump holds no Namespace of this name; it stands in a folder or file of its name',
      );
      expect(text(`/${id}/objects/nodes/docker-desktop/`)).toContain(
        'The dump holds no Node of this name; it stands in spec.nodeName of Pods.',
      );
      expect(text(`/${id}/kinds/nodes/`)).toContain('docker-desktop (inferred)');
    });

    test('of a kind that the format has no place for nothing is said', () => {
      const home = text('/eks-1.31-dump-stdout/');
      expect(home).toContain('7 of 41 resources captured, 6 of them in part');
      expect(home).toContain('Not in the format: kubectl cluster-info dump writes Nodes, Events,');
    });
  },
);
