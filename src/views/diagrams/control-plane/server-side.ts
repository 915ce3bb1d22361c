import type { ControlPlanePart } from '#catalogue/control-plane.ts';
import type { DiagramEdge, DiagramGroup, DiagramNode } from '#diagrams/diagram.ts';
import { objectId } from '#snapshot/object-id.ts';
import { readPod } from '#views/chapters/read.ts';
import { count } from '#views/words.ts';
import { flagOf, leaseOf, podsOf, type Survey, serverEvidence } from './survey.ts';

/** Boxes and lines of one side of the map. */
export interface Part {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

/** Id of the group that holds the API server and what stands beside it. */
export const planeGroup = 'plane';

/** The API server, etcd and the controllers: the right side of the map. */
export function serverSide(seen: Survey): Part {
  const controllers = [
    controller(seen, 'kube-controller-manager', 'controllers'),
    controller(seen, 'kube-scheduler', 'scheduler'),
    cloudController(seen),
  ];
  return {
    nodes: [apiServer(seen), datastore(seen), ...controllers.flatMap(({ nodes }) => nodes)],
    edges: [storageEdge(seen), ...controllers.flatMap(({ edges }) => edges)],
  };
}

/** The frame around them, with the place where they run as its name. */
export function planeFrame(seen: Survey, parent: string | undefined): DiagramGroup {
  return { id: planeGroup, label: placeOf(seen), parent };
}

function placeOf(seen: Survey): string {
  const names = new Set(podsOf(seen, 'kube-apiserver').map((pod) => readPod(pod).spec?.nodeName));
  const [only] = names;
  const nodes = names.size === 1 && only !== undefined ? only : count(names.size, 'node');
  switch (seen.plane.mode) {
    case 'static-pods':
    case 'mixed':
      return seen.nodes.length === 1
        ? 'Control plane, static pods'
        : `Control plane, static pods on ${nodes}`;
    case 'regular-pods':
      return 'Control plane, in pods';
    case 'hidden':
      return seen.provider === undefined
        ? 'Control plane, not visible'
        : `Control plane, run by ${seen.provider}`;
    case 'host-process':
      return 'Control plane, processes of a machine';
    case 'unknown':
      return 'Control plane, not in the snapshot';
  }
}

function box(
  seen: Survey,
  part: ControlPlanePart,
  more: Pick<DiagramNode, 'id' | 'label' | 'glyph'>,
): DiagramNode {
  const pods = podsOf(seen, part);
  const [first] = pods;
  const isStatic = seen.plane.mode === 'static-pods' || seen.plane.mode === 'mixed';
  const words = isStatic ? 'static pod' : 'pod';
  const shown = { ...more, category: 'machine', group: planeGroup } as const;
  if (first === undefined) return { ...shown, kind: 'Not visible', role: 'unseen' };
  const kind = pods.length === 1 ? (isStatic ? 'Static pod' : 'Pod') : count(pods.length, words);
  return { ...shown, kind, role: 'plain', href: seen.hrefFor(first.id) };
}

function apiServer(seen: Survey): DiagramNode {
  const server = box(seen, 'kube-apiserver', {
    id: 'hub',
    label: 'kube-apiserver',
    glyph: 'apiserver',
  });
  const service = seen.model.get(
    objectId({ group: '', kind: 'Service', namespace: 'default', name: 'kubernetes' }),
  );
  // Out of sight, it still has an address: Service kubernetes.
  return seen.seesServer || service === undefined
    ? server
    : { ...server, href: seen.hrefFor(service.id) };
}

function datastore(seen: Survey): DiagramNode {
  const store = box(seen, 'etcd', { id: 'etcd', label: 'etcd', glyph: 'datastore' });
  // A control plane that is one process may keep its objects in something else.
  return seen.plane.mode === 'host-process' ? { ...store, label: 'datastore' } : store;
}

function storageEdge(seen: Survey): DiagramEdge {
  const servers = flagOf(seen, 'kube-apiserver', 'etcd-servers');
  const port = /:(\d+)/.exec(servers ?? '')?.[1];
  const proof = port === undefined ? undefined : 'flag --etcd-servers';
  const seesStore = podsOf(seen, 'etcd').length > 0;
  const evidence = seesStore ? serverEvidence(seen, proof) : 'unseen';
  return { from: 'hub', to: 'etcd', label: port ?? '2379', evidence, proof };
}

function controller(
  seen: Survey,
  part: 'kube-controller-manager' | 'kube-scheduler',
  glyph: string,
): Part {
  const lease = leaseOf(seen, part);
  const proof = lease === undefined ? undefined : `Lease ${part}`;
  const node = box(seen, part, { id: part, label: part, glyph });
  const isSeen = node.role === 'plain';
  return {
    nodes: [isSeen || lease === undefined ? node : { ...node, href: seen.hrefFor(lease.id) }],
    edges: [
      {
        from: part,
        to: 'hub',
        label: seen.apiPort.port,
        evidence: isSeen ? serverEvidence(seen, proof) : 'unseen',
        proof,
      },
    ],
  };
}

/** Drawn only where its Lease shows that there is one; its Pods, if any, stand among the add-ons. */
function cloudController(seen: Survey): Part {
  const name = 'cloud-controller-manager';
  const lease = leaseOf(seen, name);
  if (lease === undefined || seen.seesServer) return { nodes: [], edges: [] };
  const node: DiagramNode = {
    id: name,
    label: name,
    kind: 'Not visible',
    glyph: 'cloud',
    category: 'machine',
    group: planeGroup,
    role: 'unseen',
    href: seen.hrefFor(lease.id),
  };
  const proof = `Lease ${name}`;
  const label = seen.apiPort.port;
  return { nodes: [node], edges: [{ from: name, to: 'hub', label, evidence: 'unseen', proof }] };
}
