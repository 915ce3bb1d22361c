import { changedLines, type DiffLine } from '#diff/line-diff.ts';
import type {
  ChangeCategory,
  ExpectedChange,
  FieldChange,
  ObjectChange,
  SnapshotDiff,
} from '#diff/snapshot-diff.ts';
import { notComparableText, objectText, tally, valueText } from '#diff/words.ts';
import type { Model } from '#model/model.ts';
import { objectId } from '#snapshot/object-id.ts';
import { meaningOf } from './change-meaning.ts';
import type { Links } from './links.ts';
import type { Ref } from './ref.ts';
import { refOf, refTo } from './refs.ts';
import { safeName } from './safe-name.ts';
import { count } from './words.ts';

/** A difference in one field, as the page shows it. */
export interface FieldRow {
  readonly path: string;
  /** Absent where that side lacks the field. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** In place of both values, for text of several lines. */
  readonly lines?: readonly DiffLine[] | undefined;
  /** What it means, where the field does not say it itself. */
  readonly meaning?: string | undefined;
}

export interface ChangeRow {
  /** Element id: `deployment-shop-web`, stable from build to build. */
  readonly anchor: string;
  readonly change: ObjectChange['change'];
  readonly ref: Ref;
  /** `Deployment in shop` */
  readonly where: string;
  readonly fields: readonly FieldRow[];
}

/** Differences of one sort, the most consequential sort first. */
export interface ChangeGroup {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly ChangeRow[];
}

/** A sentence on what matters first, linked to its object. */
export interface Headline {
  readonly anchor: string;
  readonly title: string;
  readonly says: string;
}

/** The page of a comparison. */
export interface ChangesView {
  readonly before: string;
  readonly after: string;
  readonly lead: string;
  readonly tally: Readonly<Record<ObjectChange['change'], number>>;
  readonly same: number;
  readonly headlines: readonly Headline[];
  readonly groups: readonly ChangeGroup[];
  readonly expected: readonly { readonly reason: string; readonly objects: readonly string[] }[];
  readonly notComparable: readonly string[];
  readonly undecided: number;
}

/** One side of the comparison: where its objects are documented. */
export interface Side {
  readonly model: Model;
  readonly links: Links;
}

/** In the order in which a reader wants to know. */
const categoryLabels = {
  exposure: 'Who can reach what',
  access: 'Who may do what',
  image: 'Which code runs',
  size: 'How much runs',
  resources: 'Resources and quotas',
  scheduling: 'Where it runs',
  storage: 'Storage',
  configuration: 'Configuration',
  other: 'Other settings',
  metadata: 'Labels and annotations',
} as const satisfies Record<ChangeCategory, string>;

const categories = Object.keys(categoryLabels) as ChangeCategory[];

/** What the page of a comparison shows. */
export function changesView(diff: SnapshotDiff, before: Side, after: Side): ChangesView {
  const rows = diff.changes.map((change) => ({
    group: groupOf(change),
    row: changeRow(change, before, after),
  }));
  const byGroup = Map.groupBy(rows, ({ group }) => group);
  return {
    before: diff.before,
    after: diff.after,
    lead: leadOf(diff),
    tally: tally(diff),
    same: diff.same,
    headlines: headlines(diff),
    groups: [...categories, 'added', 'removed'].flatMap((id) => {
      const members = byGroup.get(id);
      if (members === undefined) return [];
      return [
        { id: `about-${id}`, label: groupLabel(id, diff), rows: members.map(({ row }) => row) },
      ];
    }),
    expected: expectedByReason(diff.expected),
    notComparable: diff.notComparable.map((line) => notComparableText(line, diff)),
    undecided: diff.undecided,
  };
}

/** A changed object stands under the most consequential of its differences. */
function groupOf({ change, fields }: ObjectChange): string {
  if (change === 'added' || change === 'removed') return change;
  const present = new Set(fields.map(({ category }) => category));
  return categories.find((category) => present.has(category)) ?? 'other';
}

function groupLabel(id: string, { before, after }: SnapshotDiff): string {
  if (id === 'added') return `Only in ${after}`;
  if (id === 'removed') return `Only in ${before}`;
  return categoryLabels[id as ChangeCategory];
}

function anchorOf({ object: { kind, namespace, name } }: ObjectChange): string {
  return [kind.toLowerCase(), namespace, name]
    .filter((part) => part !== undefined)
    .map((part) => safeName(part))
    .join('-');
}

function changeRow(change: ObjectChange, before: Side, after: Side): ChangeRow {
  const { kind, namespace } = change.object;
  return {
    anchor: anchorOf(change),
    change: change.change,
    ref: refOfChange(change, before, after),
    where: namespace === undefined ? kind : `${kind} in ${namespace}`,
    fields: change.fields.map(fieldRow),
  };
}

function refOfChange(change: ObjectChange, before: Side, after: Side): Ref {
  for (const [side, id] of [
    [after, change.afterId],
    [before, change.beforeId],
  ] as const) {
    const entry = id && side.model.get(id);
    if (entry) return refOf(entry, side.links.object);
  }
  // A group of objects, such as all Nodes, has no page of its own.
  return refTo(after.model, objectId(change.object), after.links.object);
}

function fieldRow(change: FieldChange): FieldRow {
  const { path, before, after } = change;
  const meaning = meaningOf(change);
  const lines = changedLines(change);
  if (lines !== undefined) return { path, lines, meaning };
  return { path: path || 'count', before: valueText(before), after: valueText(after), meaning };
}

function leadOf(diff: SnapshotDiff): string {
  const total = diff.changes.length;
  if (total === 0) return 'Nothing differs but what always does: ids, timestamps, status.';
  const touching = diff.changes.filter(({ fields }) =>
    fields.some(({ category }) => category === 'exposure' || category === 'access'),
  ).length;
  const first = `${count(total, 'object differs', 'objects differ')}.`;
  const reach =
    touching === 0
      ? ''
      : ` ${touching} of them ${touching === 1 ? 'changes' : 'change'} who can reach or do something.`;
  return `${first}${reach} What always differs is left out: ids, timestamps, status, allocated addresses.`;
}

function expectedByReason(expected: readonly ExpectedChange[]): ChangesView['expected'] {
  const reasons = Map.groupBy(expected, ({ reason }) => reason);
  return [...reasons].map(([reason, changes]) => ({
    reason,
    objects: [...new Set(changes.map(({ object }) => objectText(object)))],
  }));
}

/** A rule that says of one difference why it matters; nothing where it does not. */
type Reading = (change: ObjectChange, diff: SnapshotDiff) => Omit<Headline, 'anchor'> | undefined;

function fieldOf({ fields }: ObjectChange, path: string): FieldChange | undefined {
  return fields.find((field) => field.path === path);
}

const readings: readonly Reading[] = [
  (change, { before, after }) => {
    const type = change.object.kind === 'Service' ? fieldOf(change, 'spec.type') : undefined;
    const says = `Service type is ${type?.after} in ${after}, ${type?.before} in ${before}.`;
    return type && { title: `${change.object.name} is reached in another way`, says };
  },
  ({ change, object }, { before, after }) => {
    if (object.kind !== 'NetworkPolicy' || change === 'modified') return undefined;
    const only = change === 'added' ? after : before;
    return {
      title: `NetworkPolicy ${object.name} exists in ${only} only`,
      says: `Traffic in ${object.namespace} follows other rules.`,
    };
  },
  ({ change, object }, { before, after }) => {
    if (!/^(Cluster)?RoleBinding$/.test(object.kind) || change === 'modified') return undefined;
    // A binding that comes with the distribution is no decision of anyone here.
    if (/^(system|kubeadm|eks):|calico|aws|ebs|metrics-server|kube-proxy/.test(object.name))
      return undefined;
    return {
      title: `${object.kind} ${object.name} exists in ${change === 'added' ? after : before} only`,
      says: 'Somebody may do something there that nobody may on the other side.',
    };
  },
  (change, { before, after }) => {
    const role = fieldOf(change, 'roleRef.name');
    const says = `It grants ${role?.after} in ${after}, ${role?.before} in ${before}.`;
    return role && { title: `${change.object.name} grants another role`, says };
  },
  (change, { before, after }) => {
    const policy = change.fields.find(({ path }) => path.endsWith('.failurePolicy'));
    const says = `When it does not answer: ${policy?.after} in ${after}, ${policy?.before} in ${before}.`;
    return policy && { title: `Webhook ${change.object.name} fails in another way`, says };
  },
  (change, { after }) => {
    const image = change.fields.find(
      ({ path, after: is }) =>
        path.endsWith('.image') && /:.*(rc|beta|alpha|dev|snapshot)/i.test(String(is)),
    );
    const says = `${after} runs ${image?.after}, ${image?.before} runs on the other side.`;
    return image && { title: `${change.object.name} runs an unfinished version`, says };
  },
  (change, { before, after }) => {
    const version =
      change.object.kind === 'Node' ? fieldOf(change, 'status.nodeInfo.kubeletVersion') : undefined;
    const says = `The kubelets are ${version?.after} in ${after}, ${version?.before} in ${before}.`;
    return version && { title: 'The nodes run another Kubernetes', says };
  },
];

const maxHeadlines = 7;

/** What matters first, in the order of the readings. */
function headlines(diff: SnapshotDiff): readonly Headline[] {
  return readings
    .flatMap((reading) =>
      diff.changes.flatMap((change) => {
        const headline = reading(change, diff);
        return headline === undefined ? [] : [{ anchor: anchorOf(change), ...headline }];
      }),
    )
    .slice(0, maxHeadlines);
}
