import { list, part, text } from '#kinds/parts/schema.ts';
import type { Reference } from '#kinds/reference.ts';
import type { Dangling, Entry, Model } from '#model/model.ts';
import { absenceOf } from './absence.ts';
import { placeOf } from './place.ts';
import { isOver } from './pod-cause.ts';
import type { Evidence, ProblemOf } from './problem.ts';
import { missingTargets } from './severity.ts';

/** Whose webhook calls are told as `webhook-nowhere`. */
const isWebhooks = ({ object }: Entry) => /^(Validating|Mutating)WebhookConf/.test(object.kind);

const readClaim = part({ spec: part({ volumeName: text }), status: part({ phase: text }) });
const readIngress = part({
  status: part({ loadBalancer: part({ ingress: list(part({})) }) }),
});

/** A claim that has its volume needs its class no more, and a volume never did. */
function needsClass({ object }: Entry): boolean {
  if (object.kind === 'PersistentVolumeClaim') {
    const { status, spec } = readClaim.read(object) ?? {};
    return status?.phase === 'Pending' && !spec?.volumeName;
  }
  if (object.kind === 'Ingress') {
    // A controller that gave it an address has taken it up, whatever its class.
    return (readIngress.read(object)?.status?.loadBalancer?.ingress ?? []).length === 0;
  }
  return object.kind !== 'PersistentVolume' && object.kind !== 'StatefulSet';
}

/**
 * Whether an object itself needs what it names: an old ReplicaSet or ControllerRevision only remembers,
 * and a Pod that has ended is past it.
 */
function isNeedy(model: Model, { id, object, kind }: Entry): boolean {
  if (object.kind === 'Pod') return !isOver(object);
  return kind.folded !== true || model.ownerChain(id).length === 0;
}

/** The class in an old Ingress's annotation is a word for its controller, and needs no object. */
function isNote({ path }: Reference): boolean {
  return path.startsWith('metadata.annotations');
}

function isProblem(model: Model, { from, reference, reason }: Dangling): boolean {
  const { relation } = reference;
  const entry = model.get(from);
  if (reason !== 'missing' || entry === undefined || missingTargets[relation] === undefined)
    return false;
  if (relation === 'calls' && isWebhooks(entry)) return false;
  if (relation === 'class' && (isNote(reference) || !needsClass(entry))) return false;
  return isNeedy(model, entry);
}

/** The object's own field before those of its Pods, which only repeat it. */
function evidenceOf(place: Entry, group: readonly Dangling[]): readonly Evidence[] {
  const own = group.filter(({ from }) => from === place.id);
  const [first] = group;
  const told = own.length > 0 ? own : group.filter(({ from }) => from === first?.from);
  return told.map(({ from, reference: { path, to } }) => ({
    type: 'field',
    object: from,
    path,
    value: to.by === 'name' ? to.name : '',
  }));
}

/** What objects name and cannot do without, and what is not there. Once for each object and target. */
export function missingReferences(model: Model): readonly ProblemOf<'missing-reference'>[] {
  const dangling = model.dangling.filter((each) => isProblem(model, each));
  const groups = Map.groupBy(dangling, ({ from, to }) => `${placeOf(model, from)?.id} ${to}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const place = first && placeOf(model, first.from);
    if (first?.to === undefined || place === undefined) return [];
    return [
      {
        code: 'missing-reference' as const,
        at: place.id,
        relation: first.reference.relation,
        target: first.to,
        evidence: [...evidenceOf(place, group), absenceOf(model, first.to)],
      },
    ];
  });
}
