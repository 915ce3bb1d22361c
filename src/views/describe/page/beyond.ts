import type { Description, Item, Value } from '#views/describe/description.ts';
import { shown } from './shown.ts';

/** Labels of what the row of a folded object says, or its owner's page in another place. */
const toldElsewhere = new Set([
  'Name',
  'Namespace',
  'Controlled By',
  'Endpoints',
  'Events',
  'IP',
  'IPs',
  'NewReplicaSet',
  'Node',
  'OldReplicaSets',
]);

/** What every Pod gets from the API server, under another name each time. */
const mountedToken = /\bkube-api-access-\w+/;

/** Everything that a description says, a text for each label and value. */
export type Said = ReadonlySet<string>;

/** Tables are left out: what a row says, another object does not say again. */
export function saidBy(description: Description): Said {
  const said = new Set<string>();
  collect(description, said);
  return said;
}

function collect(description: Description, said: Set<string>): void {
  for (const item of description) {
    if (item.type === 'group' || item.type === 'titled') collect(item.items, said);
    if (item.type === 'value') {
      for (const value of item.values) said.add(saying(item.label, value));
      collect(item.under ?? [], said);
    }
    if (item.type === 'lines') for (const line of item.lines) said.add(saying(item.label, line));
  }
}

function saying(label: string, { text, aside = '' }: Value): string {
  return `${label}\n${text}\n${aside}`;
}

/** What a folded object says of itself beyond what its owner's page says of all like it. */
export function beyond(description: Description, said: Said): Description {
  return shown(description)
    .filter((item) => !('label' in item && toldElsewhere.has(item.label ?? '')))
    .flatMap((item) => newIn(item, said) ?? []);
}

function newIn(item: Item, said: Said): Item | undefined {
  const isNew = (label: string) => (value: Value) =>
    !said.has(saying(label, value)) && !mountedToken.test(value.text);
  switch (item.type) {
    case 'value': {
      const values = item.values.filter(isNew(item.label));
      const under = (item.under ?? []).flatMap((each) => newIn(each, said) ?? []);
      return values.length + under.length === 0 ? undefined : { ...item, values, under };
    }
    case 'lines': {
      const lines = item.lines.filter(isNew(item.label));
      return lines.length === 0 ? undefined : { ...item, lines };
    }
    case 'group': {
      if (mountedToken.test(item.label)) return undefined;
      const items = item.items.flatMap((each) => newIn(each, said) ?? []);
      return items.length === 0 ? undefined : { ...item, items };
    }
    default:
      return item;
  }
}
