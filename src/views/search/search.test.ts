import { beforeAll, describe, expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import { problemsOf } from '#model/problems/problems.ts';
import { createLinks, createRoutes } from '#site/routes.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { modelOf } from '#tests/fixtures/builders.ts';
import { text } from '#views/chapters/prose.ts';
import type { Links } from '#views/links.ts';
import { buildSearchIndex } from './build-search-index.ts';
import { mergeResults } from './merge.ts';
import { hrefAt, namespaceAt, type OpenIndex, openSearchIndex } from './open-search-index.ts';
import { parseQuery } from './query.ts';
import { search } from './search.ts';
import type { SearchIndex } from './search-index.ts';
import { suggestions } from './suggestions.ts';

let model: Model;
let links: Links;
let index: SearchIndex;
let open: OpenIndex;
const chapter = {
  slug: 'dns',
  number: 17,
  title: 'DNS',
  short: 'DNS',
  part: 'Network',
  summary: 'Who answers names',
  applies: true,
  terms: ['resolver', 'search domain'],
};

beforeAll(async () => {
  model = buildModel(await readSnapshot('snapshots/shop-prod'));
  links = createLinks(createRoutes('/book'), 'shop-prod', model);
  index = buildSearchIndex(model, links, [chapter]);
  open = openSearchIndex(JSON.parse(JSON.stringify(index)) as SearchIndex);
});

/** `Service shop/web`, the first few of the hits in a group. */
function found(text: string, label = 'Objects', at: OpenIndex = open): readonly string[] {
  const { groups } = search(at, parseQuery(text));
  const hits = groups.find((group) => group.label === label)?.hits ?? [];
  return hits.slice(0, 5).map(({ kind, title, says }) => `${kind} ${title} · ${says}`);
}

describe('the index', () => {
  test('holds every object but Events and Namespaces, with the address that the site gives it', () => {
    const listed = model.entries.filter(
      ({ object }) => object.kind !== 'Event' && object.kind !== 'Namespace',
    );
    const described = open.names.map((name, place) =>
      [
        open.kinds[open.kindOf[place] ?? -1]?.kind,
        namespaceAt(open, place),
        name,
        hrefAt(open, place),
      ].join(' '),
    );
    expect(described.sort()).toEqual(
      listed
        .map(({ id, object: { kind, metadata } }) =>
          [kind, metadata.namespace, metadata.name, links.object(id)].join(' '),
        )
        .sort(),
    );
  });

  test('is the same for the same snapshot', () => {
    expect(JSON.stringify(buildSearchIndex(model, links, [chapter]))).toBe(JSON.stringify(index));
  });

  test('counts each finding at the object that it is told at', () => {
    const told = index.findings.reduce((sum, { objects }) => sum + objects.length, 0);
    const { all } = problemsOf(model);
    expect(all.length).toBeGreaterThan(0);
    expect(told).toBe(all.filter(({ at }) => model.get(at)?.object.kind !== 'Namespace').length);
  });

  test('has keys of ConfigMaps and Secrets, and no value of either, hidden or not', () => {
    const text = JSON.stringify(index);
    expect(text).not.toContain('‹redacted');
    const values = model.entries
      .filter(({ object }) => object.kind === 'Secret' || object.kind === 'ConfigMap')
      .flatMap(({ object }) => Object.values((object['data'] ?? {}) as Record<string, string>))
      // A short value may stand elsewhere by chance.
      .filter((value) => value.length > 40);
    expect(values.length).toBeGreaterThan(10);
    expect(values.filter((value) => text.includes(JSON.stringify(value).slice(1, -1)))).toEqual([]);
  });
});

describe('a search', () => {
  test('finds the name itself first, then what begins so, then what holds it', () => {
    expect(found('coredns')[0]).toMatch(/^(Deployment|Service) coredns|^Deployment coredns/);
    expect(found('coredns').every((hit) => hit.includes('coredns'))).toBe(true);
  });

  test('finds an object by its image, and says so', () => {
    const [first] = found('coredns: kind:deployment');
    expect(first).toMatch(/^Deployment coredns · kube-system · image \S*coredns:/);
  });

  test('finds a Service and a Pod by their address', () => {
    const place = open.addresses.findIndex(
      (own, at) => own !== '' && open.kinds[open.kindOf[at] ?? -1]?.kind === 'Pod',
    );
    const [address = ''] = (open.addresses[place] ?? '').split(' ');
    expect(found(`${address} kind:po`).join()).toContain(`IP ${address}`);
  });

  test('leads from a Pod to its anchor on the page of what made it', () => {
    const { groups } = search(open, parseQuery('coredns kind:pod'));
    expect(groups[0]?.hits[0]?.href).toMatch(
      /^\/book\/shop-prod\/objects\/deployments\.apps\/kube-system\/coredns\/#pod-coredns-/,
    );
  });

  test('is narrowed by kind, by its short name, and by namespace', () => {
    const hits = search(open, parseQuery('kind:svc ns:kube-system')).groups.flatMap((g) =>
      g.label === 'Objects' ? g.hits : [],
    );
    expect(hits.length).toBeGreaterThan(0);
    expect(new Set(hits.map(({ kind, says }) => `${kind} ${says.split(' · ')[0]}`))).toEqual(
      new Set(['Service kube-system']),
    );
  });

  test('offers the filters that would leave fewer, with how many they leave', () => {
    const { narrowings } = search(open, parseQuery('web'));
    for (const { filter, count } of narrowings) {
      const narrowed = search(open, parseQuery(`web ${filter}`));
      const objects = narrowed.groups.find(({ label }) => label === 'Objects')?.total;
      expect(objects, filter).toBe(count);
    }
    expect(narrowings.length).toBeGreaterThan(1);
  });

  test('asks for all words', () => {
    expect(found('coredns qwertz')).toEqual([]);
    expect(found('kube-system coredns').length).toBeGreaterThan(0);
  });

  test('finds namespaces, kinds, chapters and findings', () => {
    expect(found('kube-system', 'Namespaces')[0]).toMatch(/^Namespace kube-system · \d+ objects$/);
    expect(found('deploy', 'Kinds')).toEqual([
      expect.stringMatching(/^Kind Deployments · \d+ objects$/),
    ]);
    expect(found('dns', 'Chapters')).toEqual(['Chapter 17. DNS · Who answers names']);
    expect(found('resolver', 'Chapters')).toEqual(['Chapter 17. DNS · Who answers names']);
    const [{ title = '', objects = [] } = {}] = index.findings;
    expect(found(title, 'Findings')).toContain(
      `Findings ${title} · ${objects.length} ${objects.length === 1 ? 'place' : 'places'}`,
    );
  });

  test('finds a finding by what is said of it: a reason, a name that is missing, its code', () => {
    expect(found('crashloopbackoff', 'Findings')).toContainEqual(
      expect.stringContaining('waits in CrashLoopBackOff after'),
    );
    expect(found('missing-tls', 'Findings')).toContainEqual(
      expect.stringContaining('Secret missing-tls, which does not exist'),
    );
    expect(found('missing-reference', 'Findings')).toContainEqual(
      expect.stringMatching(/^Findings .* · \d+ places$/),
    );
  });

  test('finds notes by their words, by what they are about and by whom they name', () => {
    const owner = { label: 'Owner', text: 'shop@example.com', href: 'mailto:shop@example.com' };
    const blocks = [
      { type: 'paragraph' as const, children: [text('Prices are loaded at six. '.repeat(9))] },
      { type: 'paragraph' as const, children: [text('Never restart it while an import runs.')] },
    ];
    const place = {
      view: { file: 'notes/web.md', contacts: [owner], blocks },
      href: '/book/shop-prod/objects/deployments.apps/shop/web/',
      what: 'Deployment web',
      namespace: 'shop',
      objects: 3,
    };
    const noted = openSearchIndex(buildSearchIndex(model, links, [], [place]));
    const { groups } = search(noted, parseQuery('never import'));
    expect(groups).toEqual([
      {
        label: 'Notes',
        total: 1,
        hits: [
          {
            href: '/book/shop-prod/objects/deployments.apps/shop/web/#notes',
            title: 'Prices are loaded at six. Prices are loaded at six. Prices a…',
            kind: 'Note',
            says: 'Deployment web and 2 more · … six. Prices are loaded at six. Never restart it while an import runs. Owner shop@example.c…',
            score: expect.any(Number),
          },
        ],
      },
    ]);
    for (const query of ['shop@example', 'loaded web', 'never ns:shop']) {
      expect(found(query, 'Notes', noted), query).toHaveLength(1);
    }
    expect(found('never ns:payments', 'Notes', noted)).toEqual([]);
  });

  test('finds an object by who answers for it and by its description', () => {
    const annotations = { 'a8r.io/owner': 'ada@example.com', description: 'Takes card payments.' };
    const metadata = { name: 'till', namespace: 'a', annotations };
    const own = modelOf({ apiVersion: 'v1', kind: 'Service', metadata });
    const at = createLinks(createRoutes('/book'), 'lab', own);
    const said = openSearchIndex(buildSearchIndex(own, at, []));
    expect(found('ada@', 'Objects', said)).toEqual(['Service till · a · Owner ada@example.com']);
    expect(found('card payments', 'Objects', said)).toEqual([
      'Service till · a · Takes card payments.',
    ]);
  });

  test.each([
    ['ngnix', 'nginx'],
    ['cordns', 'coredns'],
    ['postgers', 'postgres'],
    ['cordns ns:shop', undefined],
    ['cordns kind:deployment', 'coredns kind:deployment'],
    ['crdns-xyz-nobody', undefined],
    ['qqqqqqqq', undefined],
  ])('where nothing is called “%s”, “%s” may be meant', (typed, meant) => {
    const results = search(open, parseQuery(typed));
    expect(results.total).toBe(0);
    expect(results.meant).toBe(meant);
    if (meant !== undefined) expect(search(open, parseQuery(meant)).total).toBeGreaterThan(0);
  });

  test('means nothing else where there is something', () => {
    expect(search(open, parseQuery('coredns'))).not.toHaveProperty('meant');
    expect(
      mergeResults([search(open, parseQuery('cordns')), search(open, parseQuery('coredns'))]).meant,
    ).toBeUndefined();
  });

  test('takes kind/name as kubectl does, and an image as an image', () => {
    expect(found('deploy/coredns')).toEqual(found('coredns kind:deploy'));
    expect(found('example.com/shop/api').join()).toContain('image registry.example.com/shop/api:');
  });

  test('finds nothing for nothing, and suggests where to go', () => {
    expect(search(open, parseQuery('  ')).groups).toEqual([]);
    expect(suggestions(open).map(({ label }) => label)).toEqual(['Namespaces', 'Kinds']);
  });

  test('of words that are names of JavaScript finds what is called so, which is nothing', () => {
    expect(found('constructor: __proto__')).toEqual([]);
    expect(found('kind:constructor toString')).toEqual([]);
  });

  test('of several clusters says which one a hit is of', () => {
    const other = openSearchIndex({ ...index, cluster: 'other' });
    const query = parseQuery('kube-system');
    const { groups, total } = mergeResults([search(open, query), search(other, query)]);
    const namespaces = groups.find(({ label }) => label === 'Namespaces');
    expect(namespaces?.hits.map(({ says }) => says.split(' · ')[0])).toEqual([
      'shop-prod',
      'other',
    ]);
    expect(total).toBe(2 * search(open, query).total);
  });
});
