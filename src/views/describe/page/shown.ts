/** What of a description is worth showing on a page, where silence says that there is nothing. */
import type { Description, Item, Value } from '#views/describe/description.ts';
import { timeText } from '#views/describe/parts/go-text.ts';

/** How kubectl says that there is nothing. */
const absent = new Set(['', '<none>', '<unset>', '[]', '<nil>', timeText(undefined)]);

/** Values that the API server fills in where a manifest says nothing: a choice of nobody. */
const defaults: Readonly<Record<string, string>> = {
  'Completion Mode': 'NonIndexed',
  'Default backend': '<default>',
  GlobalDefault: 'false',
  'Internal Traffic Policy': 'Cluster',
  'IP Families': 'IPv4',
  'IP Family Policy': 'SingleStack',
  MinReadySeconds: '0',
  'Number of Nodes Misscheduled': '0',
  Optional: 'false',
  PreemptionPolicy: 'PreemptLowerPriority',
  Priority: '0',
  'Session Affinity': 'None',
  Suspend: 'false',
  Unschedulable: 'false',
  VolumeMode: 'Filesystem',
};

/** No port of the host: `0/TCP (http), 0/TCP`. */
const noHostPort = /^0\/\w+( \([^)]*\))?(, 0\/\w+( \([^)]*\))?)*$/;

/** Whether a value says nothing that a reader would miss. */
function isSilent(label: string, { text, aside }: Value): boolean {
  if (aside !== undefined) return false;
  return absent.has(text) || defaults[label] === text || noHostPort.test(text);
}

/** A description without what is not there, and without what nobody chose. */
export function shown(description: Description): Description {
  return description.flatMap((item) => shownItem(item) ?? []);
}

function shownItem(item: Item): Item | undefined {
  switch (item.type) {
    case 'value': {
      const values = item.values.filter((value) => !isSilent(item.label, value));
      const under = shown(item.under ?? []);
      return values.length + under.length === 0 ? undefined : { ...item, values, under };
    }
    case 'group': {
      const items = shown(item.items);
      return items.length === 0 ? undefined : { ...item, items };
    }
    case 'entries': {
      const entries = item.entries.map(shown).filter((entry) => entry.length > 0);
      return entries.length === 0 ? undefined : { ...item, entries };
    }
    case 'table':
      return item.rows.length === 0 ? undefined : item;
    default:
      return item;
  }
}

/** Lines that a description takes, about. */
export function lineCount(description: Description): number {
  return description.reduce((sum, item) => sum + linesIn(item), 0);
}

function linesIn(item: Item): number {
  switch (item.type) {
    case 'value':
      return item.values.length + lineCount(item.under ?? []);
    case 'group':
    case 'titled':
      return 1 + lineCount(item.items);
    case 'lines':
      return 1 + item.lines.length;
    case 'table':
      return 2 + item.rows.length;
    case 'entries':
      return 1 + item.entries.reduce((sum, entry) => sum + lineCount(entry), 0);
    default:
      return 1;
  }
}
