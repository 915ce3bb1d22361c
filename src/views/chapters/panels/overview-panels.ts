import type { Facet } from '#catalogue/detect-distribution.ts';
import { namespacePurpose } from '#catalogue/namespaces.ts';
import { coverageCounts, resourceKey } from '#snapshot/manifest.ts';
import { all, type Cluster } from '#views/chapters/cluster.ts';
import { capturedOf, notInFull } from '#views/chapters/coverage.ts';
import {
  type ChapterFact,
  code,
  enumerate,
  marked,
  type Prose,
  text,
} from '#views/chapters/prose.ts';
import { join, linkToRunning } from '#views/chapters/wording.ts';
import { count, utcMinute } from '#views/words.ts';
import { settingsOf } from './distribution-settings.ts';
import { type Cell, certaintyCell, grid, type Panel, textCell } from './panel.ts';

function saysOf({ role, name, distribution }: Facet): Prose[] {
  switch (role) {
    case 'platform':
      return [text(`It is ${distribution?.phrase ?? name}`)];
    case 'installer':
      return [text(`${name} set it up`)];
    case 'machines':
      return [text(`Its nodes are machines of ${name}`)];
  }
}

function evidenceOf({ links }: Cluster, { evidence }: Facet): Prose[] {
  return enumerate(
    evidence.slice(0, 4).map(({ text: phrase, object }): Prose[] => {
      const words = marked(phrase);
      return object === undefined
        ? words
        : [{ type: 'link', href: links.object(object), children: words }];
    }),
  );
}

/** What we say of the distribution and the control plane, and why. */
const distribution: Panel = (cluster) => {
  const { detection, controlPlane, maker } = cluster;
  const rows = detection.facets.map((facet): Cell[] => [
    saysOf(facet),
    evidenceOf(cluster, facet),
    certaintyCell(facet.confidence === 'certain' ? 'proven' : 'likely'),
  ]);
  const place: Cell[] = [
    textCell(placeWords[controlPlane.mode]),
    marked(controlPlane.reason),
    certaintyCell(controlPlane.confidence === 'certain' ? 'proven' : 'likely'),
  ];
  const shown = grid(
    ['We say', 'Because the snapshot shows', 'Certainty'],
    controlPlane.mode === 'unknown' ? rows : [...rows, place],
  );
  if (maker !== undefined) return [...shown, ...detection.facets.flatMap(settingsOf)];
  const looked = `No mark of a known distribution was found. Looked for: ${join(detection.looked)}.`;
  return [{ type: 'paragraph', children: [text(looked)] }, ...shown];
};

const placeWords = {
  'static-pods': 'The control plane is made of static pods',
  'regular-pods': 'The control plane is made of ordinary pods',
  mixed: 'The control plane is made of static pods in part',
  'host-process': 'The control plane is a process of a machine',
  hidden: 'The control plane is on machines that are no nodes',
  unknown: 'The place of the control plane is not known',
} as const satisfies Record<Cluster['controlPlane']['mode'], string>;

/** What the snapshot is. */
const snapshotFacts: Panel = ({ model, version }) => {
  const { takenAt, source, resources, redactions } = model.snapshot.manifest;
  const { complete, total } = coverageCounts(resources);
  const removed = Object.values(redactions).reduce((sum, number) => sum + number, 0);
  const facts: ChapterFact[] = [
    { label: 'Captured', value: `${utcMinute(takenAt)} UTC` },
    { label: 'Objects', value: model.entries.length.toLocaleString('en') },
    { label: 'Resources captured in full', value: `${complete} of ${total}` },
    {
      label: 'Read from',
      value: source.type === 'api' ? 'the API server' : join(source.formats) || 'a dump',
    },
    ...(version === undefined
      ? []
      : [{ label: 'Kubernetes', value: version.text, why: `as ${version.from} says` }]),
    {
      label: 'Values taken out',
      value: removed === 0 ? 'none' : removed.toLocaleString('en'),
      why: removed === 0 ? 'nothing looked secret' : 'before writing',
    },
  ];
  return [{ type: 'facts', facts }];
};

/** What a namespace of people is for shows in what runs there. */
function runsIn(cluster: Cluster, namespace: string): Cell {
  const running = cluster.running(namespace);
  if (running.length === 0) {
    const isRead = capturedOf(cluster, 'pods', namespace) === 'complete';
    return [text(isRead ? 'Nothing runs here.' : 'This snapshot holds nothing that runs here.')];
  }
  const names = running.map((one) => [linkToRunning(cluster, one)]);
  const rest = names.length - 4;
  const listed = rest > 0 ? [...names.slice(0, 4), [text(`${rest} more`)]] : names;
  return [text('Runs '), ...enumerate(listed), text('.')];
}

/** Every namespace with its purpose. */
const namespaces: Panel = (cluster) => {
  const { model, links } = cluster;
  const captured = new Set(all(cluster, 'Namespace').map(({ object }) => object.metadata.name));
  const makers = {
    Kubernetes: 'Kubernetes',
    distribution: 'the distribution',
    'add-on': 'an add-on',
  } as const;
  const rows = model.namespaces.map((name): Cell[] => {
    const known = namespacePurpose(name);
    const purpose: Cell = known === undefined ? runsIn(cluster, name) : textCell(known.purpose);
    return [
      [{ type: 'link', href: links.namespace(name), children: [code(name)] }],
      captured.has(name) ? purpose : [...purpose, text(' Known only from objects in it.')],
      textCell(known === undefined ? 'made here' : makers[known.madeBy]),
      textCell(model.inNamespace(name).length.toLocaleString('en')),
    ];
  });
  return grid(['Namespace', 'What it is for', 'Comes with', 'Objects'], rows, [3]);
};

/** What is not on these pages, and why. */
const limits: Panel = (cluster) => {
  const { redactions } = cluster.model.snapshot.manifest;
  const missing = notInFull(cluster.model);
  const removed = Object.values(redactions).reduce((sum, number) => sum + number, 0);
  const unknown = cluster.running('kube-system').filter(({ match }) => match === undefined);
  const more = missing.length > 12 ? [`${missing.length - 12} more resources`] : [];
  const names = [...missing.slice(0, 12).map((resource) => resourceKey(resource)), ...more];
  const sentences = [
    'What happens on the nodes outside Kubernetes: kubelet, container runtime, files, certificates, firewall rules.',
    'What changes all the time: metrics, logs, the content of volumes, the requests that pass.',
    'What was before or after: a snapshot is one moment.',
    ...(missing.length > 0 ? [`What was not captured, or only in part: ${join(names)}.`] : []),
    ...(removed > 0
      ? [`${count(removed, 'value')} that looked secret: taken out before anything was written.`]
      : []),
    ...(unknown.length > 0
      ? [
          `What ${join(unknown.map(({ root }) => `\`${root.object.metadata.name}\``))} in \`kube-system\` ${unknown.length === 1 ? 'is for: the catalogue does not know it' : 'are for: the catalogue does not know them'}.`,
        ]
      : []),
  ];
  const items = sentences.map((sentence) => [
    { type: 'paragraph' as const, children: marked(sentence) },
  ]);
  return [{ type: 'list', ordered: false, items }];
};

export const overviewPanels = { distribution, 'snapshot-facts': snapshotFacts, namespaces, limits };
