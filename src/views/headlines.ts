import type { FieldChange, ObjectChange, SnapshotDiff } from '#diff/snapshot-diff.ts';
import type { Prose } from './chapters/prose.ts';
import { leadOf } from './lead/lead.ts';
import type { Side } from './side.ts';
import { say } from './telling.ts';

/** A sentence on what matters first, linked to its object. */
export interface Headline {
  readonly change: ObjectChange;
  readonly title: string;
  readonly says: readonly Prose[];
}

/** Both sides of a comparison. */
interface Compared {
  readonly diff: SnapshotDiff;
  readonly before: Side;
  readonly after: Side;
}

/** A rule that says of one difference why it matters; nothing where it does not. */
type Reading = (
  change: ObjectChange,
  compared: Compared,
) => Pick<Headline, 'title' | 'says'> | undefined;

function fieldOf({ fields }: ObjectChange, path: RegExp): FieldChange | undefined {
  return fields.find((field) => path.test(field.path));
}

/** `It is edit in staging, view in prod.` */
function bothValues(
  what: string,
  { before, after }: FieldChange,
  { diff }: Compared,
): readonly Prose[] {
  const word = (value: unknown) => (value === undefined ? 'not set' : String(value));
  return say`${what} is ${word(after)} in ${diff.after}, ${word(before)} in ${diff.before}.`;
}

/** An object that one side has: what it is, in its own words. */
function onlyIn(
  { change, object, beforeId, afterId }: ObjectChange,
  { diff, before, after }: Compared,
): Pick<Headline, 'title' | 'says'> | undefined {
  if (change !== 'added' && change !== 'removed') return undefined;
  const [side, id, where] =
    change === 'added' ? [after, afterId, diff.after] : [before, beforeId, diff.before];
  const entry = id && side.model.get(id);
  const lead = entry && leadOf({ model: side.model, links: side.links, entry });
  return {
    title: `${object.kind} ${object.name} exists in ${where} only`,
    says: lead?.says ?? say`${object.namespace ?? 'The whole cluster'} follows other rules there.`,
  };
}

/** Bindings that come with the distribution or an add-on are no decision of anyone here. */
const installed = /^(system|kubeadm|eks|gke|aks):|calico|cilium|aws|ebs|metrics-server|kube-proxy/;

/** What matters, the most consequential first. */
const readings: readonly Reading[] = [
  (change, compared) => {
    const type = change.object.kind === 'Service' && fieldOf(change, /^spec\.type$/);
    return type
      ? {
          title: `${change.object.name} is reached in another way`,
          says: bothValues('Its Service type', type, compared),
        }
      : undefined;
  },
  (change, compared) =>
    change.object.kind === 'NetworkPolicy' ? onlyIn(change, compared) : undefined,
  (change, compared) =>
    /^(Cluster)?RoleBinding$/.test(change.object.kind) && !installed.test(change.object.name)
      ? onlyIn(change, compared)
      : undefined,
  (change, compared) => {
    const role = fieldOf(change, /^roleRef\.name$/);
    return (
      role && {
        title: `${change.object.name} grants another role`,
        says: bothValues('The role', role, compared),
      }
    );
  },
  (change, compared) => {
    const level = fieldOf(change, /pod-security\.kubernetes\.io\/enforce"\]$/);
    return (
      level && {
        title: `Namespace ${change.object.name} lets in other Pods`,
        says: bothValues('The enforced level', level, compared),
      }
    );
  },
  (change, compared) => {
    const policy = fieldOf(change, /\.failurePolicy$/);
    return (
      policy && {
        title: `Webhook ${change.object.name} fails in another way`,
        says: bothValues('What happens when it does not answer', policy, compared),
      }
    );
  },
  (change, compared) => {
    const image = change.fields.find(
      ({ path, after, before }) =>
        path.endsWith('.image') && [after, before].some((value) => isUnfinished(String(value))),
    );
    return (
      image && {
        title: `${change.object.name} runs an unfinished version on one side`,
        says: bothValues('The image', image, compared),
      }
    );
  },
  (change, compared) => {
    const isNode = change.object.kind === 'Node';
    const version = isNode && fieldOf(change, /^status\.nodeInfo\.kubeletVersion$/);
    return version
      ? {
          title: 'The nodes run another Kubernetes',
          says: bothValues('The version of the kubelets', version, compared),
        }
      : undefined;
  },
];

/** Release candidates and the like, by the tag of the image. */
function isUnfinished(image: string): boolean {
  return /:[^/]*(\brc|beta|alpha|dev\b|snapshot)/i.test(image);
}

const maxHeadlines = 8;
/** Of one reading, so that ten bindings do not hide everything else. */
const maxOfOne = 2;

/** What matters first, in the order of the readings. */
export function headlinesOf(compared: Compared): readonly Headline[] {
  return readings
    .flatMap((reading) =>
      compared.diff.changes
        .flatMap((change) => {
          const read = reading(change, compared);
          return read === undefined ? [] : [{ change, ...read }];
        })
        .slice(0, maxOfOne),
    )
    .slice(0, maxHeadlines);
}
