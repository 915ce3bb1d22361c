import { z } from 'zod';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Owner } from './components/component.ts';
import { imagePath } from './image.ts';

const text = z.string().default('').catch('');
const strings = z.record(z.string(), z.string()).default({}).catch({});

const Container = z.object({
  name: text,
  image: text,
  command: z.array(z.string()).default([]).catch([]),
  args: z.array(z.string()).default([]).catch([]),
});
const PodSpec = z.object({ containers: z.array(Container).default([]).catch([]) });
const Template = z.object({
  metadata: z.object({ labels: strings }).default({ labels: {} }).catch({ labels: {} }),
  spec: PodSpec,
});
const Shape = z.object({
  spec: z.object({
    containers: z.array(Container).optional().catch(undefined),
    template: Template.optional().catch(undefined),
    jobTemplate: z
      .object({ spec: z.object({ template: Template }) })
      .optional()
      .catch(undefined),
  }),
});

type ContainerFacts = z.infer<typeof Container>;

/** What matching needs of a Pod, or of anything that makes Pods. `path` is the image's, see `imagePath`. */
export interface Workload {
  readonly name: string;
  readonly namespace: string;
  readonly owner: Owner | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly containers: readonly (ContainerFacts & { readonly path: string })[];
}

const madeBy: Readonly<Record<string, Owner>> = {
  Deployment: 'Deployment',
  // A ReplicaSet nearly always belongs to a Deployment.
  ReplicaSet: 'Deployment',
  DaemonSet: 'DaemonSet',
  StatefulSet: 'StatefulSet',
  ReplicationController: 'ReplicationController',
  Job: 'Job',
  CronJob: 'Job',
};

function ownerOf({ kind, metadata }: KubeObject): Owner | undefined {
  if (kind !== 'Pod') return madeBy[kind];
  const owner = metadata.ownerReferences?.[0]?.kind;
  if (owner === 'Node' || metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined) {
    return 'static pod';
  }
  return owner === undefined ? 'bare pod' : madeBy[owner];
}

/**
 * The Pod or Pod template of an object, ready to be matched. Undefined for objects that run nothing.
 * Labels are those of the Pods, then of the object itself.
 */
export function workloadOf(object: KubeObject): Workload | undefined {
  const parsed = Shape.safeParse(object);
  if (!parsed.success) return undefined;
  const { containers, template, jobTemplate } = parsed.data.spec;
  const pod = template ?? jobTemplate?.spec.template;
  const running = containers ?? pod?.spec.containers;
  if (running === undefined) return undefined;
  return {
    name: object.metadata.name,
    namespace: object.metadata.namespace ?? '',
    owner: ownerOf(object),
    labels: { ...object.metadata.labels, ...pod?.metadata.labels },
    containers: running.map((container) => ({ ...container, path: imagePath(container.image) })),
  };
}
