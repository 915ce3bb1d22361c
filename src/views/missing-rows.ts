import type { LabelSelector } from '#kinds/reference.ts';
import { relations } from '#kinds/reference.ts';
import type { Dangling, Model } from '#model/model.ts';
import { problemsOf } from '#model/problems/problems.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { pluralKind } from './kind-name.ts';
import type { Links } from './links.ts';

/** Something that an object names and the snapshot does not hold. */
export interface MissingRow {
  readonly kind: string;
  /** Its name, with the namespace where that is another one; or the labels that were looked for. */
  readonly target: string;
  readonly reason: Dangling['reason'];
  /** What is known of it, and how surely. */
  readonly meaning: string;
  /** The page of the finding, where it is one. */
  readonly finding?: string | undefined;
  /** Every place that names it. */
  readonly places: readonly {
    readonly verb: string;
    readonly detail?: string | undefined;
    readonly path: string;
    readonly line?: number | undefined;
  }[];
}

/**
 * What an object names in vain, each target once.
 *
 * @param lineOf Line of the page's YAML that holds a field.
 */
export function missingRows(
  model: Model,
  id: ObjectId,
  lineOf: (path: string) => number | undefined,
  links: Links,
): readonly MissingRow[] {
  const namespace = model.get(id)?.object.metadata.namespace;
  const rows = model.danglingFrom(id).map((dangling) => {
    const { reason, reference } = dangling;
    const { to, relation, path, detail } = reference;
    return {
      kind: to.kind,
      target: targetText(to, namespace),
      reason,
      meaning: relation === 'about' ? outlived : meaningOf(model, reason, to),
      finding: findingHref(model, dangling, links),
      place: { verb: relations[relation].forward, detail, path, line: lineOf(path) },
    };
  });
  const groups = Map.groupBy(rows, ({ kind, target, reason }) => `${reason} ${kind} ${target}`);
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ place: _, ...row }) => ({
      ...row,
      places: group.map(({ place }) => place),
    })),
  );
}

/** The page of the problem that a dangling reference is. */
function findingHref(model: Model, { from, to, reason }: Dangling, links: Links) {
  const problem = problemsOf(model)
    .at(from)
    .find((each) => {
      if (each.code === 'missing-reference') return to !== undefined && each.target === to;
      const isEmpty = each.code === 'empty-service' || each.code === 'empty-policy';
      return isEmpty && reason === 'nothing-selected' && each.at === from;
    });
  return problem && links.finding(problem.code);
}

type Target = Dangling['reference']['to'];

const outlived = 'It is gone, or was never captured: an Event outlives what it is about.';

function targetText(to: Target, home: string | undefined): string {
  if (to.by === 'selector') return selectorText(to.selector);
  return to.namespace === undefined || to.namespace === home
    ? to.name
    : `${to.namespace}/${to.name}`;
}

/** `app=web, tier in a or b`; empty for a selector that takes everything. */
function selectorText({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string {
  const labels = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  const terms = matchExpressions.map(({ key, operator, values = [] }) =>
    [key, operator, values.join(', ')].filter(Boolean).join(' '),
  );
  return [...labels, ...terms].join(', ');
}

function meaningOf(model: Model, reason: Dangling['reason'], to: Target): string {
  const resource = model.resourceOf(to);
  const kinds = pluralKind(to.kind, resource?.plural ?? `${to.kind.toLowerCase()}s`);
  const place = to.namespace === undefined ? '' : ` of ${to.namespace}`;
  switch (reason) {
    case 'missing':
      return `All ${kinds}${place} were captured, and this is none of them.`;
    case 'optional':
      return 'It does not exist, and the field says that this is fine.';
    case 'not-captured':
      return `${kinds}${place} were not captured: it may well exist.`;
    case 'nothing-selected':
      return `No ${to.kind}${place} has these labels.`;
  }
}
