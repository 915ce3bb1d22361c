import type { ObjectView } from './object.ts';

/** One section of a page, for "On this page". */
interface Section {
  readonly id: string;
  readonly label: string;
}

/** `Uses and used by`: which of the two the page has. */
function relationsLabel({ uses, usedBy }: ObjectView): string {
  if (uses.rows.length === 0) return 'Used by';
  return usedBy.rows.length === 0 ? 'Uses' : 'Uses and used by';
}

/** What heads the objects that live on this page: an owner made them, a Service gathers them. */
export function madeLabel({ kind }: ObjectView): string {
  return kind === 'Service' ? 'Endpoint objects' : 'What it made';
}

/** The sections that an object's page has, in its order. */
export function objectSections(view: ObjectView): readonly Section[] {
  const { uses, usedBy } = view;
  const sections = [
    { id: 'findings', label: 'Findings', shown: view.findings.length > 0 },
    { id: 'notes', label: 'Notes', shown: view.contacts.length + view.notes.length > 0 },
    { id: 'data', label: 'Data', shown: view.files.length > 0 },
    { id: 'rules', label: 'What it allows', shown: view.rules.length > 0 },
    ...view.node.map(({ id, label }) => ({ id, label, shown: true })),
    { id: 'fits', label: 'How it fits in', shown: view.diagram !== undefined },
    ...view.figures.map(({ id, label }) => ({ id, label, shown: true })),
    { id: 'connections', label: 'Connections and settings', shown: view.card !== undefined },
    { id: 'missing', label: 'Named, but not here', shown: view.missing.length > 0 },
    { id: 'endpoints', label: 'Endpoints', shown: view.endpoints !== undefined },
    { id: 'uses', label: relationsLabel(view), shown: uses.rows.length + usedBy.rows.length > 0 },
    { id: 'runs', label: 'Pods on it', shown: view.runs !== undefined },
    { id: 'made', label: madeLabel(view), shown: view.made.total > 0 },
    { id: 'flags', label: 'Command line', shown: view.flags !== undefined },
    { id: 'fields', label: 'Key fields', shown: view.fields.length > 0 },
    {
      id: 'described',
      label: 'As kubectl describes it',
      shown: view.described !== undefined && view.inferred === undefined,
    },
    { id: 'conditions', label: 'Conditions', shown: view.conditions.length > 0 },
    { id: 'events', label: 'Events', shown: view.events !== undefined },
    // Of an inferred object nobody read a line.
    { id: 'origin', label: 'Who made it', shown: view.inferred === undefined },
    { id: 'history', label: 'History', shown: view.history !== undefined },
    { id: 'yaml', label: 'YAML', shown: view.inferred === undefined },
  ];
  return sections.flatMap(({ shown, ...section }) => (shown ? [section] : []));
}
