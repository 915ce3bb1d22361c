import { formatLabels } from '#kinds/parts/label-selector.ts';
import { intOrString, list, number, part, strings, text } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { isMade, isUsers } from './place.ts';
import type { ProblemOf } from './problem.ts';

const readService = part({
  spec: part({
    type: text,
    clusterIP: text,
    selector: strings,
    ports: list(part({ port: number, targetPort: intOrString, protocol: text })),
  }),
});

/** What makes two Services the same way to the same Pods; nothing for one that is special. */
function wayOf(
  model: Model,
  entry: Entry,
): { key: string; ports: string; pods: number } | undefined {
  const { spec } = readService.read(entry.object) ?? {};
  if (spec === undefined || spec.clusterIP === 'None' || spec.ports.length === 0) return undefined;
  const pods = podsBehind(model, entry.id, 'selects');
  if (pods.length === 0) return undefined;
  const ports = spec.ports
    .map(
      ({ port = 0, targetPort, protocol = 'TCP' }) => `${port} → ${targetPort ?? port}/${protocol}`,
    )
    .sort()
    .join(', ');
  const { type = 'ClusterIP', selector } = spec;
  return {
    key: [type, ports, formatLabels(selector), ...pods].join(' '),
    ports,
    pods: pods.length,
  };
}

function podsBehind(model: Model, id: ObjectId, relation: string): readonly ObjectId[] {
  return model.edgesFrom(id).flatMap((edge) => (edge.relation === relation ? [edge.to] : []));
}

/**
 * Services of one namespace with the same type, selector and ports: one is a copy of the other. Not
 * those that an operator makes, which knows why.
 */
export function sharedServices(model: Model): readonly ProblemOf<'shared-service'>[] {
  const services = model
    .ofKind({ group: '', kind: 'Service' })
    .filter((entry) => isUsers(entry) && !isMade(model, entry))
    .flatMap((entry) => {
      const way = wayOf(model, entry);
      return way === undefined ? [] : [{ entry, ...way }];
    });
  const alike = Map.groupBy(services, ({ key }) => key);
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    return others.map(({ entry, ports, pods }) => ({
      code: 'shared-service' as const,
      at: entry.id,
      other: first.entry.id,
      ports,
      pods,
      evidence: [entry, first.entry].map(({ id, object }) => ({
        type: 'field' as const,
        object: id,
        path: 'spec.selector',
        value: formatLabels(readService.read(object)?.spec?.selector),
      })),
    }));
  });
}

/**
 * Budgets that count the same Pods. The API server refuses to evict a Pod that has two.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
export function sharedBudgets(model: Model): readonly ProblemOf<'shared-budget'>[] {
  const first = new Map<ObjectId, ObjectId>();
  const shared = new Map<string, { one: ObjectId; other: ObjectId; pods: number; pod: ObjectId }>();
  for (const { id } of model.ofKind({ group: 'policy', kind: 'PodDisruptionBudget' })) {
    for (const pod of podsBehind(model, id, 'protects')) {
      const one = first.get(pod);
      if (one === undefined) first.set(pod, id);
      else {
        const key = `${one} ${id}`;
        const pods = (shared.get(key)?.pods ?? 0) + 1;
        shared.set(key, { one, other: id, pods, pod: shared.get(key)?.pod ?? pod });
      }
    }
  }
  return [...shared.values()].map(({ one, other, pods, pod }) => ({
    code: 'shared-budget',
    at: other,
    other: one,
    pods,
    pod,
    evidence: [other, one].map((object) => ({
      type: 'field' as const,
      object,
      path: 'spec.selector',
      value: `matches ${pod}`,
    })),
  }));
}
