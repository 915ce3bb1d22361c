/** What a namespace keeps on disks. */
import { list, part, readObject, text as textField } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { code, enumerate, type Prose, text } from '#views/chapters/prose.ts';
import { capital, spellNumber } from '#views/chapters/wording.ts';
import {
  addQuantities,
  formatQuantity,
  parseQuantity,
  zero,
} from '#views/describe/parts/quantity.ts';
import { workloadOf } from '#views/diagrams/namespace-edges.ts';
import type { Links } from '#views/links.ts';
import {
  cell,
  type PageSection,
  refProse,
  refsProse,
  type SectionCell,
  type SectionRow,
} from '#views/section.ts';
import { count } from '#views/words.ts';

const claimKind = { group: '', kind: 'PersistentVolumeClaim' };
const maxRows = 60;
const maxFolders = 4;

const Claim = part({
  spec: part({
    storageClassName: textField,
    resources: part({ requests: part({ storage: textField }) }),
  }),
  status: part({ capacity: part({ storage: textField }) }),
});
const Volume = part({ spec: part({ persistentVolumeReclaimPolicy: textField }) });
const PodVolumes = part({
  spec: part({ volumes: list(part({ hostPath: part({ path: textField }) })) }),
});

/** Claims with their volumes, classes and sizes, and the folders of nodes that Pods write to. */
export function claimSection(model: Model, links: Links, namespace: string): PageSection {
  const entries = model.inNamespace(namespace);
  const claims = entries.filter(
    ({ object, resource }) => object.kind === claimKind.kind && resource.group === '',
  );
  const folders = foldersSay(model, links, entries);
  const section = { id: 'claims', label: 'Claims and volumes' };
  if (claims.length === 0) {
    const isKnown = model.holdsAll(claimKind, namespace);
    const none = isKnown
      ? 'No PersistentVolumeClaim: nothing here asks for a disk of its own.'
      : 'PersistentVolumeClaims were not captured, so nobody knows what is kept on disks.';
    const absent = [text(none), ...spaced(folders)];
    return { ...section, says: [], tables: [], absent, isUnknown: !isKnown };
  }
  return {
    ...section,
    says: [[text(totalSays(claims)), ...spaced(folders)]],
    tables: [
      {
        label: 'Claims',
        heads: ['Claim', 'Size', 'Class', 'Volume', 'Used by'],
        numeric: [],
        rows: claims.slice(0, maxRows).map((claim) => claimRow(model, links, claim)),
      },
    ],
    more:
      claims.length > maxRows
        ? {
            label: `${count(claims.length - maxRows, 'more claim')}, among all PersistentVolumeClaims`,
            href: links.kind('persistentvolumeclaims'),
          }
        : undefined,
  };
}

function spaced(says: readonly Prose[]): readonly Prose[] {
  return says.length === 0 ? [] : [text(' '), ...says];
}

/** What the claim got; else what it asks for. */
function sizeOf({ object }: Entry): { readonly got?: string; readonly asked?: string } {
  const { spec, status } = readObject(Claim, object);
  const got = status?.capacity?.storage;
  const asked = spec?.resources?.requests?.storage;
  return { ...(got && { got }), ...(asked && { asked }) };
}

function totalSays(claims: readonly Entry[]): string {
  const sizes = claims.map((claim) => parseQuantity(sizeOf(claim).asked ?? sizeOf(claim).got));
  const sum = sizes.reduce(addQuantities, zero);
  const total = sum.nano === 0n ? '' : `, asking for ${formatQuantity(sum)} together`;
  return `${count(claims.length, 'claim')}${total}.`;
}

function claimRow(model: Model, links: Links, claim: Entry): SectionRow {
  const edges = model.edgesFrom(claim.id);
  const named = (relation: string, kind: string) =>
    edges
      .filter((edge) => edge.relation === relation)
      .flatMap(({ to }) => model.get(to) ?? [])
      .find(({ object }) => object.kind === kind);
  return {
    cells: [
      cell([refProse(links, claim)]),
      sizeCell(claim),
      classCell(links, claim, named('class', 'StorageClass')),
      volumeCell(links, model, claim, named('bound', 'PersistentVolume')),
      usersCell(model, links, claim),
    ],
  };
}

function sizeCell(claim: Entry): SectionCell {
  const { got, asked } = sizeOf(claim);
  if (got === undefined) return cell(asked === undefined ? 'not captured' : `asks for ${asked}`);
  const differs = asked !== undefined && parseQuantity(asked).nano !== parseQuantity(got).nano;
  return cell(got, { why: differs ? [text(`asked for ${asked}`)] : undefined });
}

function classCell(links: Links, { object }: Entry, found: Entry | undefined): SectionCell {
  if (found !== undefined) return cell([refProse(links, found)]);
  const name = readObject(Claim, object).spec?.storageClassName;
  return name ? cell([code(name)], { why: [text('not in the snapshot')] }) : cell('none named');
}

function volumeCell(
  links: Links,
  model: Model,
  claim: Entry,
  volume: Entry | undefined,
): SectionCell {
  const health = claim.kind.health(claim.object, model.context);
  if (volume === undefined)
    return cell([], { state: health ?? { state: 'unknown', word: 'not captured' } });
  const policy = readObject(Volume, volume.object).spec?.persistentVolumeReclaimPolicy;
  const fate = policy === 'Delete' ? 'goes with the claim' : 'stays when the claim goes';
  return cell([refProse(links, volume)], { why: policy === undefined ? undefined : [text(fate)] });
}

function usersCell(model: Model, links: Links, claim: Entry): SectionCell {
  const users = model
    .edgesTo(claim.id)
    .filter(({ relation }) => relation === 'claims')
    .map(({ from }) => workloadOf(model, from));
  const entries = [...new Set(users)].flatMap((id) => model.get(id) ?? []);
  if (entries.length > 0) return cell(refsProse(links, entries));
  const isKnown = model.holdsAll({ group: '', kind: 'Pod' }, claim.object.metadata.namespace);
  return cell(isKnown ? 'no Pod' : 'not known: Pods were not captured');
}

/** `Folders of nodes instead: etcd (/var/lib/etcd).` */
function foldersSay(model: Model, links: Links, entries: readonly Entry[]): readonly Prose[] {
  const paths = new Map<ObjectId, Set<string>>();
  for (const { id, object } of entries) {
    if (object.kind !== 'Pod') continue;
    for (const { hostPath } of readObject(PodVolumes, object).spec?.volumes ?? []) {
      if (hostPath?.path === undefined) continue;
      const home = workloadOf(model, id);
      paths.set(home, (paths.get(home) ?? new Set()).add(hostPath.path));
    }
  }
  if (paths.size === 0) return [];
  const items = [...paths].slice(0, maxFolders).map(([id, found]): Prose[] => [
    {
      type: 'link',
      href: links.object(id),
      children: [code(model.get(id)?.object.metadata.name ?? '')],
    },
    text(
      ` (${[...found].slice(0, 2).join(', ')}${found.size > 2 ? ` and ${found.size - 2} more` : ''})`,
    ),
  ]);
  const rest = paths.size - items.length;
  return [
    text(
      paths.size === 1
        ? 'One workload uses folders of its node: '
        : `${capital(spellNumber(paths.size))} workloads use folders of their nodes: `,
    ),
    ...enumerate(rest > 0 ? [...items, [text(`${rest} more`)]] : items),
    text('.'),
  ];
}
