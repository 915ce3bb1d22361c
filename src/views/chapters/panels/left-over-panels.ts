import { type ComponentCategory, componentCategories } from '#catalogue/components/component.ts';
import { type Resource, resourceKey } from '#snapshot/manifest.ts';
import { parseObjectId } from '#snapshot/object-id.ts';
import type { Cluster } from '#views/chapters/cluster.ts';
import { notInFull } from '#views/chapters/coverage.ts';
import {
  addOns,
  missingTargets,
  unknownGroups,
  unknownWorkloads,
} from '#views/chapters/left-over.ts';
import { type ChapterBlock, code, enumerate, type Prose, text } from '#views/chapters/prose.ts';
import { linksTo } from '#views/chapters/wording.ts';
import { type Cell, empty, grid, type Panel, textCell } from './panel.ts';
import { profileOf } from './profile-panels.ts';

const longList = 60;

const titles = {
  'control-plane': 'Control plane',
  node: 'On every node',
  dns: 'Names',
  network: 'Network',
  storage: 'Storage',
  ingress: 'Traffic from outside',
  gateway: 'Gateways',
  mesh: 'Service mesh',
  certs: 'Certificates',
  secrets: 'Secrets',
  policy: 'Policies',
  security: 'Security',
  autoscaling: 'Scaling',
  observability: 'Metrics, logs and traces',
  gitops: 'Delivery',
  backup: 'Backup',
  ui: 'User interfaces',
  platform: 'Platform',
} as const satisfies Record<ComponentCategory, string>;

/** Cards of what was recognised, by what it is for. */
const addOnCards: Panel = (cluster) => {
  const byCategory = Map.groupBy(addOns(cluster), ({ match }) => match?.component.category);
  const blocks = componentCategories.flatMap((category): ChapterBlock[] => {
    const running = byCategory.get(category) ?? [];
    if (running.length === 0) return [];
    return [
      { type: 'subheading', id: `add-ons-${category}`, children: [text(titles[category])] },
      { type: 'profiles', profiles: running.map((one) => profileOf(cluster, one, 'add-ons')) },
    ];
  });
  return blocks.length > 0 ? blocks : empty('Nothing was recognised beyond the core.');
};

function namespaceCell({ links }: Cluster, namespace: string): Cell {
  return [{ type: 'link', href: links.namespace(namespace), children: [code(namespace)] }];
}

/** Workloads without an explanation, a namespace a row. */
const workloads: Panel = (cluster) => {
  const byNamespace = Map.groupBy(
    unknownWorkloads(cluster),
    ({ root }) => root.object.metadata.namespace ?? '',
  );
  return grid(
    ['Namespace', 'Workloads', 'Number'],
    [...byNamespace].slice(0, longList).map(([namespace, running]): Cell[] => [
      namespaceCell(cluster, namespace),
      linksTo(
        cluster,
        running.map(({ root }) => root),
        6,
      ),
      textCell(`${running.length}`),
    ]),
    [2],
  );
};

/** API groups whose owner nobody named. */
const groups: Panel = (cluster) =>
  grid(
    ['Group', 'Kinds'],
    unknownGroups(cluster).map((group): Cell[] => {
      const kinds = cluster.model.snapshot.manifest.resources.filter((one) => one.group === group);
      return [[code(group)], textCell(kinds.map(({ kind }) => kind).join(', ') || 'not captured')];
    }),
  );

/** What is named and proved not to exist, with who names it. */
const missing: Panel = (cluster) =>
  grid(
    ['Missing', 'Namespace', 'Named by'],
    missingTargets(cluster)
      .slice(0, longList)
      .flatMap(({ to, dangling }): Cell[][] => {
        if (to === undefined) return [];
        const { kind, namespace = '', name } = parseObjectId(to);
        const homes = dangling.flatMap(
          ({ from }) => cluster.model.get(cluster.model.home(from)) ?? [],
        );
        return [
          [
            [text(`${kind} `), code(name)],
            namespace === '' ? textCell('') : namespaceCell(cluster, namespace),
            linksTo(cluster, [...new Set(homes)]),
          ],
        ];
      }),
  );

/** What a reader calls the state of a resource of which objects may be missing. */
function stateOf({ status, count }: Resource): string {
  if (status === 'partial') return count > 0 ? 'in part' : 'not captured';
  return status === 'skipped' ? 'not captured' : status;
}

/** Resources of which objects may be missing, and why: those of one reason share a line. */
const coverage: Panel = ({ model }) => {
  const alike = Map.groupBy(
    notInFull(model),
    (resource) => `${stateOf(resource)} ${resource.message ?? ''}`,
  );
  const rows = [...alike.values()].flatMap((resources): Cell[][] => {
    const [first] = resources;
    if (first === undefined) return [];
    const names = enumerate(resources.map((resource) => [code(resourceKey(resource))]));
    return [[names, textCell(stateOf(first)), textCell(first.message ?? '')]];
  });
  return rows.length > 0
    ? grid(['Resources', 'Captured', 'Why'], rows)
    : empty('Every resource that the cluster lists was captured in full.');
};

/** Values that never reached the disk, by the rule that found them. */
const redactions: Panel = ({ model }) => {
  const counts = Object.entries(model.snapshot.manifest.redactions).sort(([, a], [, b]) => b - a);
  if (counts.length === 0) return empty('No value looked secret.');
  const intro: Prose[] = [
    text(
      'These values were replaced before anything was written. A mark in their place says how long each was.',
    ),
  ];
  return [
    { type: 'paragraph', children: intro },
    ...grid(
      ['Rule', 'Values'],
      counts.map(([rule, number]): Cell[] => [[code(rule)], textCell(number.toLocaleString('en'))]),
      [1],
    ),
  ];
};

export const leftOverPanels = {
  'add-ons': addOnCards,
  'unknown-workloads': workloads,
  'unknown-groups': groups,
  missing,
  coverage,
  redactions,
};
