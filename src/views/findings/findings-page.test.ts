import { expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { modelOf, object, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { findingView } from './finding-page.ts';
import { findingsView } from './findings-page.ts';

test('findings of shop-prod stand by severity and kind', async () => {
  const model = buildModel(await readSnapshot('snapshots/shop-prod'));
  const { lead, sections } = findingsView(model, links);
  expect(lead).toBe(
    '37 findings: 13 broken, 3 risky, 21 untidy. Each is proved by fields of this snapshot.',
  );
  expect(
    sections.map(({ severity, groups }) => [
      severity,
      ...groups.map(
        ({ title, count, hidden }) => `${count} ${title}${hidden ? `, ${hidden} more` : ''}`,
      ),
    ]),
  ).toEqual([
    [
      'broken',
      '1 Container crashes again and again',
      '1 Image cannot be pulled',
      '1 Pod fits on no node',
      '5 Names what does not exist',
      '4 Not ready',
      '1 Job failed',
    ],
    ['risky', '2 Names what does not exist', '1 Service without Pods'],
    ['untidy', '20 No resource requests, 15 more', '1 Named by nothing'],
  ]);
});

test('nothing found says what was looked for, and what could not be known', () => {
  const snapshot = withCoverage(snapshotOf(object('v1', 'Namespace', 'shop')), {
    pods: 'forbidden',
  });
  const { lead, searched } = findingsView(buildModel(snapshot), links);
  expect(lead).toBe(
    'Nothing found in what was captured. Below is what was looked for, and what could not be known.',
  );
  expect(searched.filter(({ unknown }) => unknown !== undefined).map(({ code }) => code)).toEqual([
    'crash-loop',
    'image-pull',
    'unschedulable',
    'not-ready',
    'empty-service',
    'shared-budget',
    'removed-api',
    'deprecated-api',
    'empty-policy',
    'shared-service',
    'latest-tag',
    'unused-claim',
    'unused-config',
  ]);
  expect(searched.find(({ code }) => code === 'crash-loop')?.unknown).toBe(
    'Not read in full: Pods.',
  );
});

test('a kind of finding lists every place with the fields that prove it', () => {
  const model = modelOf(
    object('networking.k8s.io/v1', 'Ingress', 'shop/web', {
      spec: { tls: [{ secretName: 'tls' }], rules: [] },
    }),
  );
  const { lead, places, unknown } = findingView(model, links, 'missing-reference', 1);
  expect({ lead, unknown }).toEqual({
    lead: 'Found at 1 place. HTTPS is answered with the wrong certificate, or not at all.',
    unknown: undefined,
  });
  expect(places.flatMap(({ findings }) => findings.flatMap(({ evidence }) => evidence))).toEqual([
    expect.objectContaining({
      type: 'field',
      isSame: true,
      path: 'spec.tls[0].secretName',
      value: 'tls',
      href: expect.stringMatching(/#L\d+$/),
    }),
    { type: 'absent', text: 'All of shop was read for Secrets: there is none.' },
  ]);
});
