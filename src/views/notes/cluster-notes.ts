import { matchesGlob } from '#config/glob.ts';
import type { Note } from '#markdown/parse-note.ts';
import type { Entry, Model } from '#model/model.ts';
import { isAboutCluster, objectsMeant, targetOf } from '#notes/note-target.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import {
  currentGroup,
  type GroupKind,
  groupKindKey,
  groupKindOf,
  type ObjectId,
} from '#snapshot/object-id.ts';
import type { Cluster } from '#views/chapters/cluster.ts';
import type { Scope } from '#views/chapters/scope.ts';
import { resourceNamed } from '#views/describe/named-resource.ts';
import type { Ref } from '#views/ref.ts';
import { refOf } from '#views/refs.ts';
import { type NoteView, noteView } from './note-view.ts';

/** A note at an object: of its own, or of one that is shown on its page. */
export interface PlacedNote extends NoteView {
  /** The object shown on the page that it is about, where it is not about the object of the page. */
  readonly about?: Ref | undefined;
}

/** What is noted of one cluster, by where it is shown; in the order of the files. */
export interface ClusterNotes {
  readonly ofCluster: readonly NoteView[];
  ofNamespace(name: string): readonly NoteView[];
  /** On the page of the kind of an object. */
  ofKind(object: KubeObject): readonly NoteView[];
  /** On the page of an object. */
  at(home: ObjectId): readonly PlacedNote[];
  /** Whether a note is about this very object. */
  isNoted(id: ObjectId): boolean;
  /** Each note with the first place that it is shown at. */
  readonly places: readonly NotePlace[];
}

/** Where a note is shown. */
export interface NotePlace {
  readonly view: NoteView;
  /** Of the page. */
  readonly href: string;
  /** `Deployment web`, `Namespace shop`. */
  readonly what: string;
  readonly namespace?: string | undefined;
  /** Objects that it is about; 0 for one of a namespace, a kind or the cluster. */
  readonly objects: number;
}

/** Where nothing is noted. */
export const noNotes: ClusterNotes = {
  ofCluster: [],
  ofNamespace: () => [],
  ofKind: () => [],
  at: () => [],
  isNoted: () => false,
  places: [],
};

/** The objects that a note is about, in the model's order. */
export function objectsOfNote(model: Model, note: Note): readonly Entry[] {
  const isMeant = objectsMeant(note);
  return candidates(model, note).filter(({ object }) => isMeant(object));
}

function candidates(model: Model, { kind }: Note): readonly Entry[] {
  if (kind === undefined) return model.entries;
  const groupKind = kindOfNote(model, kind);
  return groupKind === undefined ? [] : model.ofKind(groupKind);
}

/** The kind that a note names as kubectl would; nothing where the cluster has none. */
export function kindOfNote({ snapshot }: Model, word: string): GroupKind | undefined {
  const resource = resourceNamed(snapshot.manifest, word);
  return resource && { group: currentGroup(resource.group, resource.kind), kind: resource.kind };
}

/**
 * The notes of a cluster.
 *
 * @param chapters - For links to them.
 * @param id - Of the cluster's snapshot in the book.
 * @throws {UserError} With file and line, when a note names what does not exist.
 */
export function clusterNotes(
  notes: readonly Note[],
  chapters: Scope['chapters'],
  cluster: Cluster,
  id: string,
): ClusterNotes {
  const mine = notes.filter((note) => isAboutCluster(note, id));
  if (mine.length === 0) return noNotes;
  const collector = new Collector(cluster, chapters);
  for (const note of mine) collector.add(note);
  return collector.notes();
}

class Collector {
  readonly #cluster: Cluster;
  readonly #chapters: Scope['chapters'];
  readonly #ofCluster: NoteView[] = [];
  readonly #ofNamespaces: { readonly glob: string; readonly view: NoteView }[] = [];
  readonly #ofKinds = new Map<string, NoteView[]>();
  readonly #at = new Map<ObjectId, PlacedNote[]>();
  readonly #noted = new Set<ObjectId>();
  readonly #places: NotePlace[] = [];
  #marks = 0;

  constructor(cluster: Cluster, chapters: Scope['chapters']) {
    this.#cluster = cluster;
    this.#chapters = chapters;
  }

  add(note: Note): void {
    const nextNote = () => {
      this.#marks += 1;
      return this.#marks;
    };
    const scope = { cluster: this.#cluster, chapters: this.#chapters, nextNote };
    const view = noteView(note, scope);
    switch (targetOf(note)) {
      case 'cluster':
        this.#addToCluster(view);
        break;
      case 'namespace':
        this.#addToNamespaces(view, note.namespace ?? '*');
        break;
      case 'kind':
        this.#addToKind(view, note.kind ?? '');
        break;
      case 'objects':
        this.#addToObjects(view, objectsOfNote(this.#cluster.model, note));
    }
  }

  #addToCluster(view: NoteView): void {
    const { links, model } = this.#cluster;
    this.#ofCluster.push(view);
    const what = `Cluster ${model.snapshot.manifest.cluster.name}`;
    this.#places.push({ view, href: links.cluster(), what, objects: 0 });
  }

  #addToNamespaces(view: NoteView, glob: string): void {
    const { links, model } = this.#cluster;
    const names = model.namespaces.filter((name) => matchesGlob(glob, name));
    const [first] = names;
    if (first === undefined) return;
    this.#ofNamespaces.push({ glob, view });
    const what = `Namespace ${first}`;
    this.#places.push({ view, href: links.namespace(first), what, namespace: first, objects: 0 });
    for (const { id, object } of model.ofKind({ group: '', kind: 'Namespace' })) {
      if (!matchesGlob(glob, object.metadata.name)) continue;
      this.#noted.add(id);
      this.#put(id, view);
    }
  }

  #addToKind(view: NoteView, word: string): void {
    const { links, model } = this.#cluster;
    const kind = kindOfNote(model, word);
    const [entry] = kind === undefined ? [] : model.ofKind(kind);
    if (kind === undefined || entry === undefined) return;
    const key = groupKindKey(kind);
    this.#ofKinds.set(key, [...(this.#ofKinds.get(key) ?? []), view]);
    const { plural, group } = entry.resource;
    const href = links.kind(group === '' ? plural : `${plural}.${group}`);
    this.#places.push({ view, href, what: `Kind ${kind.kind}`, objects: 0 });
  }

  #addToObjects(view: NoteView, entries: readonly Entry[]): void {
    const { links, model } = this.#cluster;
    const [first] = entries;
    if (first === undefined) return;
    const { kind, metadata } = first.object;
    this.#places.push({
      view,
      href: links.object(first.id),
      what: `${kind} ${metadata.name}`,
      namespace: metadata.namespace,
      objects: entries.length,
    });
    for (const entry of entries) {
      this.#noted.add(entry.id);
      const home = model.home(entry.id);
      const about = home === entry.id ? {} : { about: refOf(entry, links.object) };
      this.#put(home, { ...view, ...about });
    }
  }

  #put(home: ObjectId, note: PlacedNote): void {
    const notes = this.#at.get(home);
    if (notes === undefined) this.#at.set(home, [note]);
    // A note on all Pods of a Deployment is told there once.
    else if (!notes.some(({ file }) => file === note.file)) notes.push(note);
  }

  notes(): ClusterNotes {
    const namespaceIds = new Map(
      this.#cluster.model
        .ofKind({ group: '', kind: 'Namespace' })
        .map(({ id, object }) => [object.metadata.name, id]),
    );
    return {
      ofCluster: this.#ofCluster,
      ofNamespace: (name) => {
        const id = namespaceIds.get(name);
        // Those of the namespace stand at its object too, and the other way round.
        if (id !== undefined) return this.#at.get(id) ?? [];
        return this.#ofNamespaces
          .filter(({ glob }) => matchesGlob(glob, name))
          .map(({ view }) => view);
      },
      ofKind: (object) => this.#ofKinds.get(groupKindKey(groupKindOf(object))) ?? [],
      at: (home) => this.#at.get(home) ?? [],
      isNoted: (id) => this.#noted.has(id),
      places: this.#places,
    };
  }
}
