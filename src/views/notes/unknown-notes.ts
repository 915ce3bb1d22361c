import { globPattern } from '#config/glob.ts';
import type { Note } from '#markdown/parse-note.ts';
import type { Model } from '#model/model.ts';
import { isAboutCluster, targetOf } from '#notes/note-target.ts';
import { builtinResources } from '#snapshot/builtin-resources.ts';
import { kindOfNote, objectsOfNote } from './cluster-notes.ts';

/** A note that is about nothing. */
export interface UnknownNote {
  /** In the note's file. */
  readonly line: number;
  readonly message: string;
  readonly hint: string;
}

/** A snapshot that notes are held against. */
export interface NotedCluster {
  /** As the notes call it. */
  readonly id: string;
  readonly model: Model;
}

const wayOut = 'Correct it, or write "optional: true" if no snapshot needs to have it.';

/**
 * Why a note is about nothing: the line of the field that leads nowhere. Nothing for one that is optional, and
 * none while there is no snapshot. What a snapshot did not read in full could be there all the same.
 */
export function unknownNote(
  note: Note,
  clusters: readonly NotedCluster[],
): UnknownNote | undefined {
  if (note.optional || clusters.length === 0) return undefined;
  const models = clusters.filter(({ id }) => isAboutCluster(note, id)).map(({ model }) => model);
  if (models.length === 0) return unknownCluster(note, clusters);
  if (models.some((model) => isAboutSomething(note, model))) return undefined;
  if (note.kind !== undefined && !isKind(note.kind, models)) return unknownKind(note, note.kind);
  return models.some((model) => mayHide(note, model)) ? undefined : unknownObject(note);
}

function unknownCluster(note: Note, clusters: readonly NotedCluster[]): UnknownNote {
  return {
    line: note.lineOf('cluster'),
    message: `no snapshot is of a cluster "${[note.cluster].flat().join(', ')}".`,
    hint: `There are: ${clusters.map(({ id }) => id).join(', ')}. ${wayOut}`,
  };
}

function unknownKind(note: Note, kind: string): UnknownNote {
  return {
    line: note.lineOf('kind'),
    message: `no snapshot has a kind "${kind}".`,
    hint: `Write it as kubectl takes it: Deployment, deploy, certificates.cert-manager.io. ${wayOut}`,
  };
}

function unknownObject(note: Note): UnknownNote {
  const { kind = 'object', namespace, name, labels } = note;
  if (targetOf(note) === 'namespace') {
    const message = `no snapshot has a namespace "${namespace}".`;
    return { line: note.lineOf('namespace'), message, hint: wayOut };
  }
  const what = [
    kind,
    ...(name === undefined ? [] : [`"${name}"`]),
    ...(namespace === undefined ? [] : [`in namespace ${namespace}`]),
    ...(labels === undefined ? [] : ['with these labels']),
  ].join(' ');
  const line = note.lineOf(
    name === undefined ? (labels === undefined ? 'namespace' : 'labels') : 'name',
  );
  return { line, message: `no snapshot has a ${what}.`, hint: wayOut };
}

function isAboutSomething(note: Note, model: Model): boolean {
  switch (targetOf(note)) {
    case 'cluster':
      return true;
    case 'namespace': {
      const wanted = globPattern(note.namespace ?? '*');
      return model.namespaces.some((name) => wanted.test(name));
    }
    case 'kind':
      return kindOfNote(model, note.kind ?? '') !== undefined;
    case 'objects':
      return objectsOfNote(model, note).length > 0;
  }
}

function isKind(word: string, models: readonly Model[]): boolean {
  const wanted = word.toLowerCase();
  return (
    models.some((model) => kindOfNote(model, word) !== undefined) ||
    builtinResources.some(
      ({ kind, plural, singular }) =>
        kind.toLowerCase() === wanted || plural === wanted || singular === wanted,
    )
  );
}

/** Whether the snapshot may lack an object that the cluster had. */
function mayHide(note: Note, model: Model): boolean {
  const { kind, namespace } = note;
  if (targetOf(note) === 'namespace') {
    return !model.holdsAll({ group: '', kind: 'Namespace' }, undefined);
  }
  const place = namespace === undefined || namespace.includes('*') ? undefined : namespace;
  const groupKind = kind === undefined ? undefined : kindOfNote(model, kind);
  if (groupKind !== undefined) return !model.holdsAll(groupKind, place);
  if (kind !== undefined) return model.snapshot.manifest.source.type !== 'api';
  return model.snapshot.manifest.resources.some(
    ({ status }) => status !== 'complete' && status !== 'inconsistent',
  );
}
