import { linkOf } from '#markdown/safe-link.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';

/** Who answers for something, or where more of it stands. */
export interface Contact {
  /** `Owner`, `Runbook`. */
  readonly label: string;
  readonly text: string;
  /** A page or a mailbox; absent where the text is neither. */
  readonly href?: string | undefined;
  /** In the YAML of the page; absent where a note says it. */
  readonly line?: number | undefined;
}

/** A contact that a field of the object names. */
interface FieldContact extends Contact {
  readonly path: string;
}

/**
 * Annotations in which people say who answers for an object, in the order a reader asks.
 *
 * @see https://ambassadorlabs.github.io/k8s-for-humans/ for `a8r.io`
 */
const annotationLabels: Readonly<Record<string, string>> = {
  'a8r.io/owner': 'Owner',
  owner: 'Owner',
  team: 'Team',
  'a8r.io/runbook': 'Runbook',
  runbook: 'Runbook',
  'a8r.io/chat': 'Chat',
  contact: 'Contact',
  'a8r.io/support': 'Support',
  'a8r.io/documentation': 'Documentation',
  'a8r.io/repository': 'Repository',
  'a8r.io/performance': 'Dashboards',
  'a8r.io/logs': 'Logs',
  'a8r.io/incidents': 'Incidents',
  'a8r.io/uptime': 'Uptime',
  'a8r.io/bugs': 'Bugs',
  'a8r.io/dependencies': 'Depends on',
  'openshift.io/requester': 'Requested by',
};

const labelLabels: Readonly<Record<string, string>> = { owner: 'Owner', team: 'Team' };

/** What the annotations and labels of an object say of people. */
export function contactsOf({ metadata }: KubeObject): readonly FieldContact[] {
  const { annotations = {}, labels = {} } = metadata;
  return [
    ...contactsIn(annotations, annotationLabels, 'annotations'),
    ...contactsIn(labels, labelLabels, 'labels'),
  ];
}

function contactsIn(
  said: Readonly<Record<string, string>>,
  known: Readonly<Record<string, string>>,
  field: 'annotations' | 'labels',
): readonly FieldContact[] {
  return Object.entries(known).flatMap(([key, label]) => {
    const value = Object.hasOwn(said, key) ? said[key] : undefined;
    if (typeof value !== 'string' || value.trim() === '') return [];
    return [{ ...contact(label, value.trim()), path: `metadata.${field}["${key}"]` }];
  });
}

/** A contact whose text leads where it safely can. */
export function contact(label: string, text: string): Contact {
  return { label, text, href: linkOf(text) };
}

/** Each contact once, the first who says it. */
export function distinctContacts(contacts: readonly Contact[]): readonly Contact[] {
  const known = new Set<string>();
  return contacts.filter(({ label, text, href }) => {
    const key = `${label}\n${href ?? text}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
