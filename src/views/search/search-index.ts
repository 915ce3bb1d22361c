import type { Category } from '#kinds/kind.ts';

/** What besides its name an object is found by. */
export type DetailType = 'image' | 'label' | 'host' | 'key' | 'about';

/** A kind that the snapshot has objects of. */
export interface SearchKind {
  readonly kind: string;
  /** `deployments.apps`, as in the addresses of its objects. */
  readonly resource: string;
  /** Of the page that lists them. */
  readonly href: string;
  /** `Deployments` */
  readonly label: string;
  /** What people call it, in lower case: `deployment`, `deployments`, `deploy`. */
  readonly names: readonly string[];
  readonly glyph: string;
  readonly category: Category;
  readonly count: number;
}

/**
 * What a browser loads to search one cluster: tables, and a column for each thing that is known of an
 * object. Objects stand by namespace and name, each followed by those that are shown on its page, so that
 * what is alike stands together: that is what makes it small. {@link openSearchIndex} reads it.
 */
export interface SearchIndex {
  readonly version: 1;
  readonly cluster: string;
  /** Address of the cluster, ending in `/`; those of its objects begin with it. */
  readonly root: string;
  readonly kinds: readonly SearchKind[];
  /** Name, number of objects, and the address where it is not made of the name as all others are. */
  readonly namespaces: readonly (readonly [string, number, string?])[];
  readonly chapters: readonly SearchChapter[];
  readonly notes: readonly SearchNote[];
  readonly findings: readonly SearchFindings[];
  /** What objects are found by besides their names. */
  readonly details: { readonly [Type in DetailType]: SearchDetails };
  /** For each object with a page of its own: how many that are shown there follow it. */
  readonly folded: readonly number[];
  /** Places in `kinds`. */
  readonly kindOf: readonly number[];
  /** Place in `namespaces` (-1: of the cluster) and how many objects in a row, in turn. */
  readonly namespaceRuns: readonly number[];
  /** See {@link frontCoded}. */
  readonly names: readonly string[];
  /** Places in the `sets` of each type of detail, {@link recencyCoded}. */
  readonly setOf: readonly number[];
  /** Addresses of the object itself, separated by a space; empty for most. */
  readonly addresses: readonly string[];
  /** By place of an object: its address, where it is not made of its names as all others are. */
  readonly hrefs: Readonly<Record<string, string>>;
}

/** Details of one type: each text once, as first met, and which of them stand together at an object. */
export interface SearchDetails {
  /** {@link frontCoded} */
  readonly texts: readonly string[];
  /** By combination: places in `texts`, {@link recencyCoded}. Every type has as many. */
  readonly sets: readonly (readonly number[])[];
}

export interface SearchChapter {
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  /** Words of the glossary about which it says most: `etcd, quorum`; may be empty. */
  readonly terms: string;
  readonly href: string;
}

/** What people wrote about something of the cluster. */
export interface SearchNote {
  /** Its first heading, or its first words. */
  readonly title: string;
  /** What it is about: `Deployment web`. */
  readonly what: string;
  readonly namespace?: string | undefined;
  /** Its words, the first of a long one. */
  readonly text: string;
  readonly href: string;
}

/** Findings of one code. */
export interface SearchFindings {
  readonly title: string;
  readonly href: string;
  /** Places of the objects they are told at. */
  readonly objects: readonly number[];
  /** What is said of each, in the same order; of very many findings only of the first. */
  readonly says: readonly string[];
}
