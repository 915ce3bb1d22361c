/** Ranges that Services get their addresses from, and the addresses taken. */
import { list, part, text } from '#kinds/parts/schema.ts';
import type { Describer } from './describer.ts';
import { group, value } from './description.ts';
import { Conditions, conditionTable } from './parts/condition-table.ts';
import { metadataItems, nameItem, naming } from './parts/metadata.ts';

const ServiceCidr = part({
  spec: part({ cidrs: list(text) }),
  status: part({ conditions: Conditions }),
});

/** Ranges in their order, with the condition that says whether they are in use. */
export const describeServiceCidr: Describer = ({ entry: { object } }) => {
  const { spec, status } = ServiceCidr.read(object) ?? {};
  const heads = ['Type', 'Status', 'LastTransitionTime', 'Reason', 'Message'] as const;
  const conditions = conditionTable(status?.conditions, heads);
  return [
    nameItem(object),
    ...metadataItems(object),
    value('CIDRs', (spec?.cidrs ?? []).join(', ')),
    // kubectl prints the conditions beside this and not under it.
    conditions && group('Status', []),
    conditions,
  ];
};

const IpAddress = part({
  spec: part({ parentRef: part({ group: text, resource: text, namespace: text, name: text }) }),
});

/** The parent is named by resource; the ledger of the snapshot knows its kind. */
export const describeIpAddress: Describer = ({ entry: { object }, model }) => {
  const parent = IpAddress.read(object)?.spec?.parentRef;
  const { group: apiGroup = '', resource = '', namespace = '', name = '' } = parent ?? {};
  const type = model.snapshot.manifest.resources.find(
    (each) => each.plural === resource && each.group === apiGroup,
  );
  const kind = type === undefined ? undefined : { group: apiGroup, kind: type.kind };
  return [
    nameItem(object),
    ...metadataItems(object),
    parent &&
      group('Parent Reference', [
        value('Group', apiGroup),
        value('Resource', resource),
        value('Namespace', namespace),
        value('Name', kind === undefined ? name : naming(kind, name, namespace)),
      ]),
  ];
};
