import type { Diagram } from '#diagrams/diagram.ts';
import type { Entry, Model } from '#model/model.ts';
import { linkGhosts } from '#views/findings/link-ghosts.ts';
import type { Links } from '#views/links.ts';
import { namespacesAmongEachOther } from './namespaces.ts';
import { networkPosture } from './network-posture.ts';
import {
  configurationMounts,
  entranceKinds,
  ownership,
  requestPath,
  storageChain,
  storageKinds,
} from './object-chains.ts';
import type { PageFigure } from './page-figure.ts';
import { powerful } from './powerful.ts';
import { nodesAndWhatRuns, whatRunsOn } from './scheduling.ts';
import { whoCan } from './who-can.ts';

type Made = readonly [id: string, label: string, diagram: Diagram | undefined];

/** Figures that were made, each missing object leading to its finding. */
function drawn(model: Model, links: Links, made: readonly Made[]): readonly PageFigure[] {
  return made.flatMap(([id, label, diagram]) =>
    diagram === undefined ? [] : [{ id, label, diagram: linkGhosts(model, links, diagram) }],
  );
}

/** Fewer boxes than this are what the figure around an object shows already. */
const fewestBoxes = 4;

function worthIt(diagram: Diagram | undefined): Diagram | undefined {
  return diagram !== undefined && diagram.nodes.length >= fewestBoxes ? diagram : undefined;
}

/** Figures on the home of a cluster, besides its map. */
export function clusterFigures(model: Model, links: Links): readonly PageFigure[] {
  return drawn(model, links, [
    ['among', 'Namespaces among each other', namespacesAmongEachOther(model, links)],
    ['powerful', 'Who is powerful', powerful(model, links)],
  ]);
}

/** Figures on the page of a namespace, besides the one of the whole. */
export function namespaceFigures(
  model: Model,
  links: Links,
  namespace: string,
): readonly PageFigure[] {
  const entries = model.inNamespace(namespace);
  const ids = (kinds: ReadonlySet<string>) =>
    entries.flatMap(({ id, object }) => (kinds.has(object.kind) ? [id] : []));
  const page = { namespace, name: `namespace ${namespace}` };
  const entrances = new Set([...entranceKinds].filter((kind) => kind !== 'Service'));
  const hasEntrance = ids(entrances).length > 0;
  return drawn(model, links, [
    [
      'requests',
      'The way of a request',
      hasEntrance ? worthIt(requestPath(model, links, ids(entranceKinds), page)) : undefined,
    ],
    ['configuration', 'What configures it', worthIt(configurationMounts(model, links, namespace))],
    ['posture', 'Who may talk to whom', networkPosture(model, links, namespace)],
    ['keeps', 'Storage', worthIt(storageChain(model, links, ids(storageKinds), page))],
  ]);
}

/** The figure on the page of a kind, of all its objects. */
export function kindFigures(model: Model, links: Links, entry: Entry): readonly PageFigure[] {
  switch (`${entry.object.kind} ${entry.resource.group}`) {
    case 'Node ':
      return drawn(model, links, [
        ['scheduling', 'What runs where', nodesAndWhatRuns(model, links)],
      ]);
    case 'ClusterRoleBinding rbac.authorization.k8s.io':
      return drawn(model, links, [['powerful', 'Who is powerful', powerful(model, links)]]);
    case 'StorageClass storage.k8s.io':
    case 'PersistentVolumeClaim ': {
      const starts = model.ofKind({ group: entry.resource.group, kind: entry.object.kind });
      const ids = starts.map(({ id }) => id);
      const chain = storageChain(model, links, ids, { name: 'the whole cluster', framed: true });
      return drawn(model, links, [['keeps', 'Who keeps data, and where', chain]]);
    }
    default:
      return [];
  }
}

/** Figures on the page of an object, besides the one of how it fits in. */
export function objectFigures(model: Model, links: Links, entry: Entry): readonly PageFigure[] {
  const { kind, metadata } = entry.object;
  const page = { namespace: metadata.namespace, name: `${kind} ${metadata.name}` };
  if (kind === 'Node' && entry.resource.group === '') {
    return drawn(model, links, [['on-node', 'What runs there', whatRunsOn(model, links, entry)]]);
  }
  if (kind === 'ServiceAccount' || kind === 'Role' || kind === 'ClusterRole') {
    return drawn(model, links, [
      ['who-can', 'Who can do what', worthIt(whoCan(model, links, entry))],
    ]);
  }
  if (storageKinds.has(kind)) {
    const framed = metadata.namespace === undefined && kind !== 'PersistentVolume';
    const chain = worthIt(storageChain(model, links, [entry.id], { ...page, framed }));
    return drawn(model, links, [['keeps', 'From workload to disk', chain && marked(chain, entry)]]);
  }
  if (entranceKinds.has(kind)) {
    const path = worthIt(requestPath(model, links, [entry.id], page));
    return drawn(model, links, [['requests', 'The way of a request', path && marked(path, entry)]]);
  }
  return drawn(model, links, [['owners', 'Who owns what', ownership(model, links, entry)]]);
}

function marked(diagram: Diagram, { id }: Entry): Diagram {
  const nodes = diagram.nodes.map((node) =>
    node.id === id ? { ...node, role: 'self' as const } : node,
  );
  return { ...diagram, nodes };
}
