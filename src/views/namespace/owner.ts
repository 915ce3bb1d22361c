/** Who a namespace belongs to. */
import { namespacePurpose } from '#catalogue/namespaces.ts';
import type { Entry, Model } from '#model/model.ts';
import { grantsOf, rulesOf } from '#views/chapters/rights.ts';
import { makerCounts } from '#views/made-by.ts';
import type { NoteView } from '#views/notes/note-view.ts';

/** An owner, and how we know. */
export interface Owner {
  readonly value: string;
  readonly why: string;
}

/**
 * Annotations and labels in which people and platforms write an owner, the first that is there wins.
 *
 * @see https://ambassadorlabs.github.io/k8s-for-humans/ for `a8r.io`
 */
const ownerKeys = [
  'a8r.io/owner',
  'owner',
  'team',
  'openshift.io/requester',
  'field.cattle.io/creatorId',
];

/** The owner that a note names. */
export function notedOwner(notes: readonly NoteView[]): Owner | undefined {
  return notes.flatMap(({ contacts, file }) =>
    contacts
      .filter(({ label }) => label === 'Owner')
      .map(({ text }) => ({ value: text, why: `Note ${file}` })),
  )[0];
}

/** The owner of a namespace as somebody wrote it; else that nobody did, and what points to one. */
export function ownerOf(model: Model, name: string, namespace: Entry | undefined): Owner {
  return statedOwner(namespace) ?? knownOwner(name) ?? derivedOwner(model, name, namespace);
}

function statedOwner(namespace: Entry | undefined): Owner | undefined {
  const { annotations = {}, labels = {} } = namespace?.object.metadata ?? {};
  for (const key of ownerKeys) {
    for (const [field, values] of [
      ['Annotation', annotations],
      ['Label', labels],
    ] as const) {
      const value = Object.hasOwn(values, key) ? values[key]?.trim() : undefined;
      if (value) return { value, why: `${field} ${key} of the Namespace` };
    }
  }
  return undefined;
}

function knownOwner(name: string): Owner | undefined {
  const madeBy = namespacePurpose(name)?.madeBy;
  if (madeBy === 'Kubernetes') {
    return { value: 'Kubernetes', why: 'The API server creates it in every cluster' };
  }
  return madeBy === 'distribution'
    ? { value: 'The distribution', why: 'Its installer creates it' }
    : undefined;
}

function derivedOwner(model: Model, name: string, namespace: Entry | undefined): Owner {
  const [tool] = makerCounts(model.inNamespace(name));
  const changers = changersOf(model, name);
  const signs = [
    ...(tool === undefined ? [] : [`${tool.tool} brought ${tool.count} of its objects`]),
    ...(changers.length === 0 ? [] : [`${listed(changers)} may change what is here`]),
  ];
  const isRead = namespace !== undefined && namespace.inferred === undefined;
  const value = isRead ? 'Not stated' : 'Not captured';
  const none = isRead
    ? 'No label or annotation of the Namespace names one'
    : 'The Namespace object was not captured';
  return { value, why: signs.length === 0 ? none : `${none}; ${signs.join('; ')}` };
}

const writing = new Set(['*', 'create', 'update', 'patch']);

/** People and groups that a RoleBinding of the namespace lets write: `Group developers`. */
function changersOf(model: Model, name: string): readonly string[] {
  const people = grantsOf({ model }).flatMap(({ namespace, subject, role }) => {
    if (namespace !== name || subject.kind === 'ServiceAccount') return [];
    if (subject.name?.startsWith('system:')) return [];
    const mayWrite = rulesOf(role).some(({ verbs }) => verbs.some((verb) => writing.has(verb)));
    return mayWrite ? [`${subject.kind} ${subject.name}`] : [];
  });
  return [...new Set(people)];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 2);
  const rest = names.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(' and ');
}
