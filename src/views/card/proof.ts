import { componentById } from '#catalogue/components/components.ts';
import { parseFlags } from '#catalogue/flags/command-line.ts';
import { list, part, readObject, text as textField } from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { objectId } from '#snapshot/object-id.ts';
import type { Running } from '#views/chapters/cluster.ts';
import { code, type Prose, text } from '#views/chapters/prose.ts';
import { configText, readLease, readNode, readService } from '#views/chapters/read.ts';
import { type ProofScope, runningAs } from './present.ts';
import { commandWords, textsOf } from './workload-words.ts';

/** One side of a connection: a component of the catalogue, and what runs as it. */
export interface Side {
  /** Absent for a party without an entry. */
  readonly id?: string | undefined;
  /** What a party is called. */
  readonly name?: string | undefined;
  readonly running: readonly Running[];
}

/** A connection of this cluster, in the direction in which it is opened. */
export interface Opened {
  readonly from: Side;
  readonly to: Side;
  readonly port?: number | undefined;
}

/** What shows that a connection is there: a noun phrase. */
export type Proof = readonly Prose[];

type Finder = (scope: ProofScope, opened: Opened) => Proof | undefined;

function named({ links }: ProofScope, { id, object }: Entry): Prose[] {
  const name = [code(object.metadata.name)];
  return [text(`${object.kind} `), { type: 'link', href: links.object(id), children: name }];
}

const podsOf = ({ running }: Side) => running.flatMap(({ pods }) => pods);

/** Services whose selector fits one of the pods. */
function servicesOf({ model }: ProofScope, side: Side): readonly Entry[] {
  const ids = podsOf(side).flatMap(({ id }) =>
    model.edgesTo(id).flatMap(({ relation, from }) => (relation === 'selects' ? [from] : [])),
  );
  const entries = [...new Set(ids)].flatMap((id) => model.get(id) ?? []);
  return entries.filter(({ object }) => object.kind === 'Service');
}

function inKubeSystem({ model }: ProofScope, kind: string, group: string, name: string) {
  return model.get(objectId({ group, kind, namespace: 'kube-system', name }));
}

/** The Corefile with its ConfigMap: CoreDNS does what it says. */
function corefile(scope: ProofScope): { entry: Entry; words: string } | undefined {
  const openshift = { group: '', kind: 'ConfigMap', namespace: 'openshift-dns' };
  const entry =
    inKubeSystem(scope, 'ConfigMap', '', 'coredns') ??
    scope.model.get(objectId({ ...openshift, name: 'dns-default' }));
  const words = entry && configText(entry).get('Corefile');
  return entry === undefined || words === undefined ? undefined : { entry, words };
}

function pluginOf(scope: ProofScope, plugin: string): Proof | undefined {
  const file = corefile(scope);
  if (file === undefined || !new RegExp(`^\\s*${plugin}\\s`, 'm').test(file.words))
    return undefined;
  return [text('block '), code(plugin), text(' in '), ...named(scope, file.entry)];
}

/** The Lease that a component holds through the API server, by its name or by a pod that holds it. */
const byLease: Finder = (scope, { from, to }) => {
  if (to.id !== 'kube-apiserver' || from.id === undefined) return undefined;
  const { model } = scope;
  const held = podsOf(from).flatMap(({ id }) =>
    model.edgesTo(id).flatMap((edge) => (edge.relation === 'leads' ? [edge.from] : [])),
  );
  const [first] = held.flatMap((id) => model.get(id) ?? []);
  const own = inKubeSystem(scope, 'Lease', 'coordination.k8s.io', from.id);
  const isHeld = own !== undefined && readLease(own).spec?.holderIdentity !== undefined;
  const lease = first ?? (isHeld ? own : undefined);
  return lease && named(scope, lease);
};

/** What configures a component to talk to the API server, where that is known of it. */
const byOwnConfig: Finder = (scope, { from, to }) => {
  if (to.id !== 'kube-apiserver') return undefined;
  if (from.id === 'coredns') return pluginOf(scope, 'kubernetes');
  if (from.id !== 'kube-proxy') return undefined;
  const names = ['kube-proxy', 'kube-proxy-config'];
  const [entry] = names.flatMap((name) => inKubeSystem(scope, 'ConfigMap', '', name) ?? []);
  return entry && named(scope, entry);
};

const callers = new Set([
  'APIService',
  'ValidatingWebhookConfiguration',
  'MutatingWebhookConfiguration',
]);

/** Webhooks and aggregated APIs that lead to a Service of the component. */
const byRegistration: Finder = (scope, { from, to }) => {
  if (from.id !== 'kube-apiserver') return undefined;
  const { model } = scope;
  const [entry] = servicesOf(scope, to)
    .flatMap(({ id }) => model.edgesTo(id))
    .flatMap((edge) => model.get(edge.from) ?? [])
    .filter(({ object }) => callers.has(object.kind));
  return entry && named(scope, entry);
};

const parties: Readonly<Record<string, readonly string[]>> = {
  'admission webhooks': ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'],
  'aggregated API servers': ['APIService'],
};

/** Objects that make the API server call somebody: webhooks, and APIs that a Service answers. */
export function registrationsOf(
  { model }: ProofScope,
  party: string,
): readonly Entry[] | undefined {
  const kinds = parties[party];
  if (kinds === undefined) return undefined;
  const groups = ['admissionregistration.k8s.io', 'apiregistration.k8s.io'];
  const entries = groups.flatMap((group) => kinds.flatMap((kind) => model.ofKind({ group, kind })));
  return entries.filter(({ id }) =>
    model.edgesFrom(id).some(({ relation }) => relation === 'calls' || relation === 'routes'),
  );
}

/** Whom the API server calls, told as a party. */
const byAnyRegistration: Finder = (scope, { from, to }) => {
  if (from.id !== 'kube-apiserver' || to.name === undefined) return undefined;
  const [first, ...others] = registrationsOf(scope, to.name) ?? [];
  if (first === undefined) return undefined;
  return [
    ...named(scope, first),
    ...(others.length > 0 ? [text(` and ${others.length} more`)] : []),
  ];
};

/** Flags that say whom to call. */
const byFlag: Finder = (_scope, { from, to }) => {
  const words = from.running.flatMap(commandWords);
  const flags = parseFlags(words).map(({ name }) => name);
  const telling =
    from.id === 'kube-apiserver' && to.id === 'etcd'
      ? flags.find((name) => name === 'etcd-servers')
      : from.id === 'metrics-server' && to.id === 'kubelet'
        ? flags.find((name) => name.startsWith('kubelet-'))
        : undefined;
  return telling === undefined ? undefined : [text('flag '), code(`--${telling}`)];
};

/** The Lease that the kubelet of a node renews through the API server. */
const byNodeLease: Finder = (scope, { from, to }) => {
  if (from.id !== 'kubelet' || to.id !== 'kube-apiserver') return undefined;
  const leases = scope.model.ofKind({ group: 'coordination.k8s.io', kind: 'Lease' });
  const lease = leases.find(
    (entry) =>
      entry.object.metadata.namespace === 'kube-node-lease' &&
      readLease(entry).spec?.renewTime !== undefined,
  );
  return lease && named(scope, lease);
};

/** What a Node says of its kubelet. */
const byNode: Finder = (scope, { from, to }) => {
  const [node] = scope.model.ofKind({ group: '', kind: 'Node' });
  const status = node && readNode(node).status;
  if (node === undefined || status === undefined) return undefined;
  const says = (field: string): Proof => [code(field), text(' of '), ...named(scope, node)];
  const port = status.daemonEndpoints?.kubeletEndpoint?.Port;
  if (from.id === 'kube-apiserver' && to.id === 'kubelet' && port !== undefined) {
    return says('status.daemonEndpoints');
  }
  const runtime = status.nodeInfo?.containerRuntimeVersion;
  const isRuntime = from.id === 'kubelet' && to.id === 'container-runtime';
  return isRuntime && runtime !== undefined ? says('status.nodeInfo') : undefined;
};

/** A Service of the called side leads strangers to its port. */
const byService: Finder = (scope, { from, to, port }) => {
  if (from.id !== undefined || port === undefined) return undefined;
  const found = servicesOf(scope, to).find((entry) =>
    readService(entry).spec?.ports.some(
      (one) => one.port === port || one.targetPort === String(port),
    ),
  );
  return found && named(scope, found);
};

/** The calling side names a Service of the called one: in a flag, its environment, a ConfigMap. */
const byMention: Finder = (scope, { from, to }) => {
  if (from.id === undefined || to.running.length === 0) return undefined;
  const services = servicesOf(scope, to);
  for (const running of from.running) {
    const { namespace: home } = running.root.object.metadata;
    for (const { words, in: entry } of textsOf(scope.model, running)) {
      const service = services.find(({ object }) => isNamed(words, object.metadata, home));
      if (service === undefined) continue;
      const where = entry === undefined ? [text('its own settings')] : named(scope, entry);
      return [...where, text(', naming '), ...named(scope, service)];
    }
  }
  return undefined;
};

/** `//web:80`, `web.shop`: the name of a Service as an address. */
function isNamed(
  words: string,
  { name, namespace = '' }: Entry['object']['metadata'],
  home: string | undefined,
): boolean {
  if (words.includes(`${name}.${namespace}`)) return true;
  return home === namespace && (words.includes(`//${name}:`) || words.includes(`//${name}/`));
}

/** A Node lists the driver of a component among those its kubelet mounts with. */
const byDriver: Finder = (scope, { from, to }) => {
  const places = componentById(to.id ?? '')?.configuration ?? [];
  const [driver] = places.flatMap((place) =>
    place.in === 'object' && place.kind.startsWith('CSIDriver.') ? [place.name] : [],
  );
  if (from.id !== 'kubelet' || typeof driver !== 'string') return undefined;
  const nodes = scope.model.ofKind({ group: 'storage.k8s.io', kind: 'CSINode' });
  const node = nodes.find((entry) =>
    readCsiNode(entry.object).spec?.drivers.some(({ name }) => name === driver),
  );
  return node && named(scope, node);
};

const csiNode = part({ spec: part({ drivers: list(part({ name: textField })) }) });
const readCsiNode = (object: KubeObject) => readObject(csiNode, object);

const finders: readonly Finder[] = [
  byOwnConfig,
  byLease,
  byNodeLease,
  byRegistration,
  byAnyRegistration,
  byFlag,
  byNode,
  byDriver,
  byService,
  byMention,
];

/** What in the snapshot shows that a connection is there. Nothing: it is only usual. */
export function proofOf(scope: ProofScope, opened: Opened): Proof | undefined {
  for (const find of finders) {
    const proof = find(scope, opened);
    if (proof !== undefined) return proof;
  }
  return undefined;
}

/** A side that is a component, with all that runs as it. */
export function sideOf(scope: ProofScope, id: string): Side {
  return { id, running: runningAs(scope, id) };
}
