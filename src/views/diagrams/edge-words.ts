import type { Relation } from '#kinds/reference.ts';

/** One to three words on the line from the left box to the right one. */
interface EdgeWords {
  readonly label: string;
  /** The line runs against the reference: the owner stands left, though the owned object names it. */
  readonly turned?: true;
}

/** Words of each relation in a figure, in the order in which a figure lists them. */
export const edgeWords = {
  owner: { label: 'owns', turned: true },
  routes: { label: 'routes to' },
  selects: { label: 'selects' },
  serves: { label: 'addresses in', turned: true },
  governs: { label: 'governed by' },
  scales: { label: 'scales' },
  protects: { label: 'protects' },
  mounts: { label: 'mounts' },
  env: { label: 'reads env' },
  claims: { label: 'claims' },
  bound: { label: 'bound to' },
  identity: { label: 'runs as' },
  grants: { label: 'grants' },
  subject: { label: 'grants to' },
  aggregates: { label: 'aggregates' },
  certificate: { label: 'certificate' },
  credentials: { label: 'credentials' },
  token: { label: 'token of' },
  pulls: { label: 'pulls with' },
  class: { label: 'class' },
  parameters: { label: 'parameters' },
  provisioner: { label: 'provisioner' },
  attaches: { label: 'attaches' },
  attachesTo: { label: 'attaches to' },
  reach: { label: 'usable on' },
  allocation: { label: 'requests' },
  reserved: { label: 'reserved for' },
  source: { label: 'copy of' },
  policy: { label: 'applies' },
  allows: { label: 'allows' },
  calls: { label: 'calls' },
  node: { label: 'runs on' },
  heartbeat: { label: 'heartbeat of' },
  priority: { label: 'priority' },
  runtime: { label: 'runtime' },
  endpoint: { label: 'lists' },
  address: { label: 'address of' },
  starts: { label: 'started' },
  manages: { label: 'managed by' },
  network: { label: 'network' },
  leads: { label: 'held by' },
  rights: { label: 'right on' },
  permits: { label: 'permits' },
  names: { label: 'refers to' },
  checks: { label: 'checks' },
  // What follows joins an object with many others, and says least of it.
  asks: { label: 'asks for' },
  tolerates: { label: 'tolerates' },
  near: { label: 'near' },
  apart: { label: 'apart from' },
  spreads: { label: 'spread on' },
  mirrors: { label: 'file on' },
  watches: { label: 'watches' },
  defines: { label: 'defined by' },
  about: { label: 'about' },
} as const satisfies Record<Relation, EdgeWords>;

const order = new Map(Object.keys(edgeWords).map((relation, i) => [relation, i]));

/** Sorts relations as {@link edgeWords} lists them. */
export function byEdgeOrder(a: Relation, b: Relation): number {
  return (order.get(a) ?? 0) - (order.get(b) ?? 0);
}

/** Whether the object that writes the reference stands right of the one it names. */
export function isTurned(relation: Relation): boolean {
  return 'turned' in edgeWords[relation];
}
