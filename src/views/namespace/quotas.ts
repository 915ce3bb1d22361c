/** What may be used in a namespace, and how much of it is. */
import { list, part, quantities, readObject, text as textField } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import { quantityValue } from '#snapshot/quantity.ts';
import { code, text } from '#views/chapters/prose.ts';
import { limitHeads, limitRowsOf } from '#views/describe/namespace.ts';
import { amountText } from '#views/describe/parts/resources.ts';
import type { Links } from '#views/links.ts';
import {
  cell,
  type PageSection,
  refProse,
  type SectionCell,
  type SectionRow,
  type SectionTable,
} from '#views/section.ts';

const Quota = part({
  spec: part({ hard: quantities, scopes: list(textField) }),
  status: part({ hard: quantities, used: quantities }),
});

/** ResourceQuotas with what is used of them, and LimitRanges. */
export function quotaSection(model: Model, links: Links, namespace: string): PageSection {
  const entries = model.inNamespace(namespace);
  const of = (kind: string) =>
    entries.filter(({ object, resource }) => object.kind === kind && resource.group === '');
  const quotas = of('ResourceQuota');
  const ranges = of('LimitRange');
  const isKnown = (kind: string) => model.holdsAll({ group: '', kind }, namespace);
  const tables = [
    ...(quotas.length > 0 ? [usageTable(links, quotas)] : []),
    ...(ranges.length > 0 ? [limitTable(links, ranges)] : []),
  ];
  const missing = [
    ...(quotas.length > 0
      ? []
      : [isKnown('ResourceQuota') ? noQuota : 'ResourceQuotas were not captured.']),
    ...(ranges.length > 0
      ? []
      : [isKnown('LimitRange') ? noRange : 'LimitRanges were not captured.']),
  ];
  const words = [text(missing.join(' '))];
  return {
    id: 'limits',
    label: 'Quotas and limits',
    says: missing.length > 0 && tables.length > 0 ? [words] : [],
    tables,
    absent: tables.length === 0 ? words : undefined,
    isUnknown: !isKnown('ResourceQuota') && !isKnown('LimitRange'),
  };
}

const noQuota = 'No ResourceQuota: together, its Pods may take all that the nodes have.';
const noRange = 'No LimitRange: a container that states no requests and limits runs without any.';

function usageTable(links: Links, quotas: readonly Entry[]): SectionTable {
  return {
    label: 'Quotas',
    heads: ['Resource', 'Used', 'Allowed', 'Quota'],
    numeric: [],
    rows: quotas.flatMap((quota) => usageRows(links, quota)),
  };
}

function usageRows(links: Links, quota: Entry): readonly SectionRow[] {
  const { spec, status } = readObject(Quota, quota.object);
  const hard = status?.hard ?? spec?.hard ?? {};
  const used = status?.used;
  const scopes = spec?.scopes ?? [];
  const name = cell([refProse(links, quota)], {
    why: scopes.length === 0 ? undefined : [text(`counts ${scopes.join(', ')} only`)],
  });
  return Object.keys(hard)
    .sort(compareCodePoints)
    .map((resource) => ({
      cells: [
        cell([code(resource)]),
        usedCell(
          used && Object.hasOwn(used, resource) ? used[resource] : undefined,
          hard[resource],
        ),
        cell(amountText(hard[resource])),
        name,
      ],
    }));
}

function usedCell(used: string | undefined, hard: string | undefined): SectionCell {
  if (used === undefined) return cell('not captured');
  const allowed = quantityValue(hard) ?? 0;
  const taken = quantityValue(used) ?? 0;
  // An allowance of nothing is a ban; a bar of it would be full from the start.
  if (allowed === 0) return cell(amountText(used));
  const percent = Math.floor((100 * taken) / allowed);
  return cell(`${amountText(used)}, ${percent} %`, { percent });
}

function limitTable(links: Links, ranges: readonly Entry[]): SectionTable {
  return {
    label: 'Sizes of what is made here',
    heads: [...limitHeads, 'LimitRange'],
    numeric: [],
    rows: ranges.flatMap((range) =>
      limitRowsOf(range.object).map(([type = '', resource = '', ...amounts]) => ({
        cells: [
          cell(type),
          cell([code(resource)]),
          ...amounts.map((amount) => cell(amount)),
          cell([refProse(links, range)]),
        ],
      })),
    ),
  };
}
