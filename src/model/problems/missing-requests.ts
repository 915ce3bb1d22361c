import { type Container, isSidecar } from '#kinds/parts/pod-template.ts';
import { list, part, quantities, text } from '#kinds/parts/schema.ts';
import type { Model } from '#model/model.ts';
import type { Evidence, ProblemOf } from './problem.ts';
import { type Template, templatesOf } from './templates.ts';

const resources = ['cpu', 'memory'] as const;

const readLimitRange = part({
  spec: part({
    limits: list(part({ type: text, default: quantities, defaultRequest: quantities })),
  }),
});

/** Resources that a LimitRange of the namespace fills in where a container asks for none. */
function filledIn(model: Model, namespace: string | undefined): ReadonlySet<string> {
  const entries = namespace === undefined ? [] : model.inNamespace(namespace);
  const limits = entries
    .filter(({ object }) => object.kind === 'LimitRange')
    .flatMap(({ object }) => readLimitRange.read(object)?.spec?.limits ?? []);
  return new Set(
    limits
      .filter(({ type }) => type === 'Container')
      .flatMap((limit) => [
        ...Object.keys(limit.defaultRequest ?? {}),
        // A default limit becomes the request where no request is stated.
        ...Object.keys(limit.default ?? {}),
      ]),
  );
}

/** What a container does not ask for. The API server takes a limit for a request that is left out. */
function missingIn(container: Container, filled: ReadonlySet<string>): readonly string[] {
  const { requests = {}, limits = {} } = container.resources ?? {};
  return resources.filter(
    (resource) =>
      !Object.hasOwn(requests, resource) &&
      !Object.hasOwn(limits, resource) &&
      !filled.has(resource),
  );
}

function problemOf(
  { entry, place, at, spec, copies }: Template,
  filled: ReadonlySet<string>,
): ProblemOf<'missing-requests'> | undefined {
  const running = [
    ...spec.initContainers.filter(isSidecar).map((each) => ['initContainers', each] as const),
    ...spec.containers.map((each) => ['containers', each] as const),
  ];
  const found = running.flatMap(([field, container]) => {
    const missing = missingIn(container, filled);
    return missing.length === 0 ? [] : [{ field, name: container.name ?? '', missing }];
  });
  if (found.length === 0) return undefined;
  return {
    code: 'missing-requests',
    at: place.id,
    copies,
    containers: found.map(({ name }) => name),
    resources: resources.filter((each) => found.some(({ missing }) => missing.includes(each))),
    evidence: found.map(({ field, name, missing }): Evidence => {
      const path = `${at}.${field}[name=${name}].resources.requests`;
      return { type: 'field', object: entry.id, path, value: `no ${missing.join(', no ')}` };
    }),
  };
}

/**
 * Containers that do not ask for CPU or memory, once for each template. Nothing where the namespace's
 * LimitRanges were not read: they may fill requests in.
 */
export function missingRequests(model: Model): readonly ProblemOf<'missing-requests'>[] {
  const templates = Map.groupBy(templatesOf(model), ({ entry }) => entry.object.metadata.namespace);
  return [...templates].flatMap(([namespace, members]) => {
    const isPods = (each: Template) => each.entry.object.kind === 'Pod';
    const knowsLimits = model.holdsAll({ group: '', kind: 'LimitRange' }, namespace);
    const filled = filledIn(model, namespace);
    return (
      members
        // A Pod has been through admission: what it does not ask for, nobody filled in.
        .filter((template) => knowsLimits || isPods(template))
        .flatMap((template) => problemOf(template, filled) ?? [])
    );
  });
}
