import { z } from 'zod';
import { compareCodePoints } from '#snapshot/json.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';

/** A version of the API server, and where it was read. */
export interface InferredVersion {
  readonly version: string;
  /** `the image of kube-apiserver` */
  readonly from: string;
}

/** Where a version can be read, the surest first. Of one place the newest version counts. */
const places = {
  apiServer: 'the image of kube-apiserver',
  // Never newer than their server.
  kubelet: 'the newest kubelet',
  controlPlane: 'the image of a control plane component',
  kubeProxy: 'the image of kube-proxy',
  kubeadm: 'the ConfigMap kubeadm-config',
  operator: 'a condition of a ClusterServiceVersion',
  hyperkube: 'the image of hyperkube',
  kubeletConfig: 'the name of the ConfigMap of the kubelets',
} as const;

type Place = keyof typeof places;

const placeOfImage: Readonly<Record<string, Place>> = {
  'kube-apiserver': 'apiServer',
  'kube-controller-manager': 'controlPlane',
  'kube-scheduler': 'controlPlane',
  'kube-proxy': 'kubeProxy',
  hyperkube: 'hyperkube',
};

const Containers = z.object({ containers: z.array(z.object({ image: z.string() })) });
const PodShape = z.object({ spec: Containers });
const WorkloadShape = z.object({ spec: z.object({ template: z.object({ spec: Containers }) }) });
const NodeShape = z.object({
  status: z.object({ nodeInfo: z.object({ kubeletVersion: z.string() }) }),
});

const readers: Readonly<Record<string, (object: KubeObject) => (readonly [Place, string])[]>> = {
  Pod: (pod) => versionsOfImages(PodShape.safeParse(pod).data?.spec),
  DaemonSet: (set) => versionsOfImages(WorkloadShape.safeParse(set).data?.spec.template.spec),
  Deployment: (each) => versionsOfImages(WorkloadShape.safeParse(each).data?.spec.template.spec),
  Node(node) {
    const version = NodeShape.safeParse(node).data?.status.nodeInfo.kubeletVersion;
    return version === undefined ? [] : [['kubelet', version]];
  },
  ConfigMap: (map) =>
    map.metadata.namespace === 'kube-system' ? versionsOfConfiguration(map) : [],
  // "CSV minKubeVersion (1.18.3) less than server version (v1.23.12)"
  ClusterServiceVersion: ({ status }) =>
    [...(JSON.stringify(status) ?? '').matchAll(/server version \((v1\.[^)"]{1,60})\)/g)].map(
      ([, version = '']) => ['operator', version] as const,
    ),
};

function versionsOfImages(spec: z.infer<typeof Containers> | undefined): [Place, string][] {
  return (spec?.containers ?? []).flatMap(({ image }): [Place, string][] => {
    // `registry.k8s.io/kube-proxy-amd64:v1.13.3@sha256:…`
    const [, name = '', version = ''] =
      /(?:^|\/)([a-z-]+?)(?:-(?:amd64|arm64|arm|ppc64le|s390x))?:(v\d[^@/]*)/.exec(image) ?? [];
    const place = Object.hasOwn(placeOfImage, name) ? placeOfImage[name] : undefined;
    return place === undefined ? [] : [[place, version]];
  });
}

function versionsOfConfiguration({ metadata: { name }, data }: KubeObject): [Place, string][] {
  const [, ofKubelets] = /^kubelet-config-(1\.\d+)$/.exec(name) ?? [];
  if (ofKubelets !== undefined) return [['kubeletConfig', `v${ofKubelets}`]];
  if (name !== 'kubeadm-config') return [];
  const text = z.record(z.string(), z.string()).safeParse(data).data?.['ClusterConfiguration'];
  const [, version] = /^kubernetesVersion: (v1\.[\w.+-]+)$/m.exec(text ?? '') ?? [];
  return version === undefined ? [] : [['kubeadm', version]];
}

/** What the objects of a dump show of the server's version. They may come in any order. */
export class VersionEvidence {
  readonly #newest = new Map<Place, string>();

  see(object: KubeObject): void {
    const read = Object.hasOwn(readers, object.kind) ? readers[object.kind] : undefined;
    for (const [place, version] of read?.(object) ?? []) {
      const known = this.#newest.get(place);
      if (!/^v1\.\d+/.test(version)) continue;
      if (known === undefined || compareVersions(known, version) < 0) {
        this.#newest.set(place, version);
      }
    }
  }

  conclude(): InferredVersion | undefined {
    for (const place of Object.keys(places) as Place[]) {
      const version = this.#newest.get(place);
      if (version !== undefined) return { version, from: places[place] };
    }
    return undefined;
  }
}

function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true }) || compareCodePoints(a, b);
}
