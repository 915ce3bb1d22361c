import type { Component } from '#catalogue/components/component.ts';
import { keyMeaning, knownConfigMap } from '#catalogue/config-maps.ts';
import { matchContainer } from '#catalogue/match-component.ts';
import type { Entry } from '#model/model.ts';
import { componentCard } from '#views/card/component-card.ts';
import { hostProcess, hostProcessFields, isHostProcess } from '#views/card/host-process.ts';
import { all, type Cluster, type Running } from '#views/chapters/cluster.ts';
import { configBlock } from '#views/chapters/explained-blocks.ts';
import { code, enumerate, marked, type Profile, type Prose, text } from '#views/chapters/prose.ts';
import { configText, readConfigMap, readPod } from '#views/chapters/read.ts';
import { kubeletConfig, proxyConfig } from '#views/chapters/settings.ts';
import { join, linksTo, linkTo, uncapital } from '#views/chapters/wording.ts';
import { refOf } from '#views/refs.ts';
import { empty, type Panel } from './panel.ts';

/** The chapter that says more about a component. */
const chapters: Readonly<Record<string, { readonly slug: string; readonly about: string }>> = {
  etcd: { slug: 'datastore', about: 'its flags and its members' },
  'kube-apiserver': { slug: 'api-server', about: 'its flags and what happens to a request' },
  'kube-controller-manager': { slug: 'controllers', about: 'the loops and what they do here' },
  'kube-scheduler': { slug: 'scheduling', about: 'how a pod gets its node' },
  'kube-proxy': { slug: 'services', about: 'one packet on its way' },
  coredns: { slug: 'dns', about: 'how a name is answered' },
  'vpnkit-controller': { slug: 'services', about: 'how traffic gets in' },
  'storage-provisioner-docker-desktop': { slug: 'storage', about: 'classes and claims' },
  'storage-provisioner-minikube': { slug: 'storage', about: 'classes and claims' },
  'ebs-csi-controller': { slug: 'storage', about: 'classes and claims' },
  'metrics-server': { slug: 'extending', about: 'the API it serves' },
};

function kindWords({ root, pods }: Running): string {
  if (root.object.kind !== 'Pod') return root.object.kind;
  const { annotations, ownerReferences } = root.object.metadata;
  if (annotations?.['kubernetes.io/config.mirror'] !== undefined) return 'Static pod';
  const owner = ownerReferences?.[0]?.kind;
  if (owner === undefined) return 'Pod without owner';
  if (owner === 'Node') return 'Static pod';
  return `${pods.length === 1 ? 'Pod' : 'Pods'} of a ${owner} that is not captured`;
}

/** Knowledge without a source is worded as typical. */
function roleSentence({ role, source }: Component): Prose[] {
  return marked(source.certainty === 'general' ? `Typically: ${uncapital(role)}` : role);
}

/** Helpers that run beside the main container. */
function helperSentence(pods: readonly Entry[], own: Component | undefined): Prose[] | undefined {
  const [pod] = pods;
  const images = (pod && readPod(pod).spec?.containers.slice(1)) ?? [];
  const known = images.flatMap(({ image = '' }) => matchContainer(image) ?? []);
  const others = known.filter(({ id }) => id !== own?.id);
  const names = [...new Set(others.map(({ name }) => name))];
  return names.length === 0 ? undefined : [text(`Beside it in each pod: ${join(names)}.`)];
}

function imageSentence(pods: readonly Entry[]): Prose[] | undefined {
  const [pod] = pods;
  const image = pod && readPod(pod).spec?.containers[0]?.image;
  return image === undefined ? undefined : [text('Image '), code(image), text('.')];
}

function moreSentence({ links }: Cluster, id: string): Prose[] | undefined {
  const chapter = chapters[id];
  if (chapter === undefined) return undefined;
  const label = [text(chapter.about)];
  return [
    text('More: '),
    { type: 'link', href: links.chapter(chapter.slug), children: label },
    text('.'),
  ];
}

/** Something that runs, explained. `here` is the chapter that shows it. */
export function profileOf(cluster: Cluster, running: Running, here?: string): Profile {
  const { root, pods, match } = running;
  const { links } = cluster;
  const component = match?.component;
  const isSure = match?.confidence === 'certain';
  const unknown = [text('The catalogue does not know it.')];
  const sentences = [
    component === undefined ? unknown : roleSentence(component),
    match === undefined
      ? undefined
      : [
          text(isSure ? 'Known by its ' : 'Probably, to judge by its '),
          ...marked(join(match.evidence.slice(0, 2))),
          text('.'),
        ],
    match === undefined ? imageSentence(pods) : undefined,
    helperSentence(pods, component),
    component === undefined || chapters[component.id]?.slug === here
      ? undefined
      : moreSentence(cluster, component.id),
  ];
  return {
    ref: refOf(root, links.object),
    kind: kindWords(running),
    title: component?.name,
    text: sentences.filter((sentence) => sentence !== undefined),
    pods: pods.length === 1 && pods[0] === root ? [] : pods.map((pod) => refOf(pod, links.object)),
    card: componentCard(cluster, running),
    docs: component?.docs,
  };
}

/** A process of every node, explained by what the Nodes say of it. */
function hostProfile(cluster: Cluster, id: keyof typeof hostProcessFields): readonly Profile[] {
  const running = hostProcess(cluster.model, id);
  const component = running?.match?.component;
  if (running === undefined || component === undefined) return [];
  const { links } = cluster;
  const isOnly = all(cluster, 'Node').length === 1;
  const ref = refOf(running.root, links.object);
  return [
    {
      // No object is the process: its name leads to the Nodes that tell of it.
      ref: { ...ref, name: component.name, ...(!isOnly && { href: links.kind('nodes') }) },
      kind: 'Process of each node',
      text: [
        roleSentence(component),
        [
          text('Known by '),
          code(`status.nodeInfo.${hostProcessFields[id]}`),
          text(isOnly ? ' of Node ' : ' of the Nodes, for example '),
          linkTo(cluster, running.root),
          text('.'),
        ],
      ],
      pods: [],
      card: componentCard(cluster, running),
      docs: component.docs,
    },
  ];
}

/** What runs as a component of the catalogue, explained; certain matches only. */
export function componentProfiles(cluster: Cluster, id: string): readonly Profile[] {
  if (isHostProcess(id)) return hostProfile(cluster, id);
  return cluster.component(id).map((running) => profileOf(cluster, running));
}

/** The processes of every node that no pod shows. */
const hostProcesses: Panel = (cluster) => {
  const profiles = (['kubelet', 'container-runtime'] as const).flatMap((id) =>
    hostProfile(cluster, id),
  );
  return profiles.length === 0 ? [] : [{ type: 'profiles', profiles }];
};

/** Everything that runs in kube-system. */
const kubeSystem: Panel = (cluster) => {
  const profiles = cluster.running('kube-system').map((running) => profileOf(cluster, running));
  return profiles.length === 0
    ? empty('No workload of ', code('kube-system'), ' is in this snapshot.')
    : [{ type: 'profiles', profiles }];
};

/** What makes volumes. */
const provisioners: Panel = (cluster) => {
  const running = cluster.model.namespaces
    .flatMap((namespace) => cluster.running(namespace))
    .filter(
      ({ match }) => match?.component.category === 'storage' && match.confidence === 'certain',
    );
  return running.length === 0
    ? empty('No pod that the catalogue knows as a provisioner is in this snapshot.')
    : [{ type: 'profiles', profiles: running.map((one) => profileOf(cluster, one, 'storage')) }];
};

function configMapProfile(cluster: Cluster, entry: Entry): Profile {
  const { name } = entry.object.metadata;
  const known = knownConfigMap(name);
  const { data = {}, binaryData = {} } = readConfigMap(entry);
  const keys = [...Object.keys(data), ...Object.keys(binaryData)].map((key): Prose[] => {
    const meaning = known && keyMeaning(known, key);
    return meaning === undefined
      ? [code(key)]
      : [code(key), ...marked(`: ${meaning.replace(/\.$/, '')}`)];
  });
  const users = cluster.model
    .edgesTo(entry.id)
    .filter(({ relation }) => relation === 'mounts' || relation === 'env')
    .flatMap(({ from }) => cluster.model.get(cluster.model.home(from)) ?? []);
  const sentences = [
    known === undefined
      ? [text('The catalogue does not know it.')]
      : marked(`${known.purpose} Written by ${known.writtenBy}.`),
    keys.length === 0
      ? undefined
      : [text(keys.length === 1 ? 'Key ' : 'Keys '), ...enumerateLong(keys), text('.')],
    users.length === 0
      ? undefined
      : [text('Read by '), ...linksTo(cluster, [...new Set(users)]), text('.')],
  ];
  return {
    ref: refOf(entry, cluster.links.object),
    kind: 'ConfigMap',
    text: sentences.filter((sentence) => sentence !== undefined),
    pods: [],
  };
}

/** `a: x; b: y`, for items that hold commas. */
function enumerateLong(items: readonly Prose[][]): Prose[] {
  const isLong = items.some((item) => item.length > 1);
  if (!isLong) return enumerate(items);
  return items.flatMap((item, index) => (index === 0 ? item : [text('; '), ...item]));
}

/** Every ConfigMap of kube-system, key by key. */
const configMaps: Panel = (cluster) => {
  const profiles = all(cluster, 'ConfigMap', 'kube-system')
    .slice(0, 60)
    .map((entry) => configMapProfile(cluster, entry));
  return profiles.length === 0 ? [] : [{ type: 'profiles', profiles }];
};

/** The settings of kube-proxy, line by line. */
const proxySettings: Panel = (cluster) => {
  const config = proxyConfig(cluster);
  if (config === undefined) return [];
  const { name, namespace = '' } = config.entry.object.metadata;
  const block = configBlock({ name, namespace, key: config.key }, cluster);
  return block === undefined ? [] : [block];
};

/** The settings of all kubelets, line by line. */
const kubeletSettings: Panel = (cluster) => {
  const entry = kubeletConfig(cluster);
  const [key] = entry === undefined ? [] : configText(entry).keys();
  if (entry === undefined || key === undefined) return [];
  const { name, namespace = '' } = entry.object.metadata;
  const block = configBlock({ name, namespace, key }, cluster);
  return block === undefined ? [] : [block];
};

export const profilePanels = {
  'host-processes': hostProcesses,
  'kube-system': kubeSystem,
  provisioners,
  'config-maps': configMaps,
  'proxy-config': proxySettings,
  'kubelet-config': kubeletSettings,
};
