import type { ObjectView } from './object.ts';

/** The sections that an object's page has, for "On this page". */
export function objectSections(
  view: ObjectView,
): readonly { readonly id: string; readonly label: string }[] {
  const { uses, usedBy } = view;
  const relations = [uses.length > 0 && 'Uses', usedBy.length > 0 && 'Used by'].filter(Boolean);
  const sections = [
    { id: 'fits', label: 'How it fits in', shown: view.diagram !== undefined },
    {
      id: 'uses',
      label: relations.join(' and ').replace('and Used', 'and used'),
      shown: relations.length > 0,
    },
    { id: 'missing', label: 'Named, but not here', shown: view.missing.length > 0 },
    { id: 'made', label: 'What it made', shown: view.made.length > 0 },
    { id: 'data', label: 'Data', shown: view.files.length > 0 },
    { id: 'conditions', label: 'Conditions', shown: view.conditions.length > 0 },
    { id: 'events', label: 'Events', shown: view.events !== undefined },
    { id: 'yaml', label: 'YAML', shown: true },
  ];
  return sections.filter(({ shown }) => shown);
}
