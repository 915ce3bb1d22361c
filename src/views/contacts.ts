import { linkOf } from '#markdown/safe-link.ts';
import type { Model } from '#model/model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { objectId } from '#snapshot/object-id.ts';
import type { PlacedNote } from './notes/cluster-notes.ts';

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

/** Whom the notes of a page name: those about what is only shown on it say so themselves. */
export function contactsOfNotes(notes: readonly PlacedNote[]): readonly Contact[] {
  return distinctContacts(
    notes.flatMap(({ about, contacts }) => (about === undefined ? contacts : [])),
  );
}

/** What the head of a namespace's page says already. */
const ownerWords = new Set(['Owner', 'Team', 'Requested by']);

/** Who answers for a namespace, as its notes and its object say; an owner in its labels is told elsewhere. */
export function namespaceContacts(
  model: Model,
  name: string,
  notes: readonly PlacedNote[],
): readonly Contact[] {
  const entry = model.get(objectId({ group: '', kind: 'Namespace', name }));
  const said = (entry === undefined ? [] : contactsOf(entry.object)).filter(
    ({ label }) => !ownerWords.has(label),
  );
  return distinctContacts([...contactsOfNotes(notes), ...said]);
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
