/** What a chapter of one cluster consists of: plain data that the components lay out and escape. */
import type { Diagram } from '#diagrams/diagram.ts';
import type { KubectlTable } from '#views/kubectl-table.ts';
import type { Ref } from '#views/ref.ts';

/** How sure we are: shown by the snapshot, concluded from little, or true of such clusters in general. */
export type Certainty = 'proven' | 'likely' | 'typical';

/** Running text. */
export type Prose =
  | { readonly type: 'text'; readonly text: string }
  /** An identifier of the cluster, or something to type. */
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis'; readonly children: readonly Prose[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Prose[] }
  /** The first use of a word that the glossary explains. */
  | { readonly type: 'term'; readonly text: string; readonly href: string }
  /** A link to an object, with its glyph. For tables and lists. */
  | { readonly type: 'ref'; readonly ref: Ref }
  | { readonly type: 'certainty'; readonly degree: Certainty }
  /** The number of the note that stands beside the paragraph. */
  | { readonly type: 'mark'; readonly number: number };

/** A flag or a field with its value, and what it means. */
export interface ExplainedItem {
  readonly label: string;
  /** `=` between label and value for flags, `:` for fields. */
  readonly sign: '=' | ':';
  /** Several values stand a line each. */
  readonly values: readonly string[];
  /** Absent when nobody explained it. */
  readonly meaning?: readonly Prose[] | undefined;
  /** Where it stands in the YAML of its object. */
  readonly line?: { readonly number: number; readonly href: string } | undefined;
}

/** Items under one title. */
export interface ExplainedItems {
  /** Absent when there is one group only. */
  readonly title?: string | undefined;
  readonly items: readonly ExplainedItem[];
}

/** A value a reader compares, in the table of facts. */
export interface ChapterFact {
  readonly label: string;
  readonly value: string | readonly string[];
  /** An identifier, so in mono. */
  readonly id?: boolean;
  /** How it is known. */
  readonly why?: string;
}

/** One thing that a card says of a component, and how it is known. */
export interface CardLine {
  /** `To kube-apiserver at :6443: watch Services.` */
  readonly says: readonly Prose[];
  /**
   * - `proven` by the snapshot.
   * - `here`: the object is in the snapshot; that the component uses it is usual.
   * - `typical` of such components.
   * - `unseen`: typical, and one end is out of sight.
   */
  readonly evidence: 'proven' | 'here' | 'typical' | 'unseen';
  /** What proves it: a noun phrase, or a clause. */
  readonly proof?: readonly Prose[] | undefined;
}

/** What the catalogue knows of something that runs, held against its cluster. */
export interface ComponentCard {
  readonly talksTo: readonly CardLine[];
  readonly configuredBy: readonly CardLine[];
}

/** A line of a file, and what it means if somebody knows. */
export interface ListedLine {
  readonly text: string;
  readonly note?: readonly Prose[] | undefined;
}

/** A workload or a bare object with its explanation. */
export interface Profile {
  readonly ref: Ref;
  /** `Deployment`, `Static pod`. */
  readonly kind: string;
  /** What it is called in the catalogue; absent when it is not recognised. */
  readonly title?: string | undefined;
  readonly text: readonly (readonly Prose[])[];
  /** The pods under it, when it is not a pod itself. */
  readonly pods: readonly Ref[];
  /** Who it talks to and what configures it; absent when it is not recognised. */
  readonly card?: ComponentCard | undefined;
  readonly docs?: { readonly title: string; readonly href: string } | undefined;
}

/** What a chapter's page shows, top to bottom: a directive has become what it stands for. */
export type ChapterBlock =
  | {
      readonly type: 'paragraph';
      readonly children: readonly Prose[];
      readonly note?: { readonly number: number; readonly children: readonly Prose[] } | undefined;
    }
  | { readonly type: 'subheading'; readonly id: string; readonly children: readonly Prose[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly ChapterBlock[])[];
    }
  | { readonly type: 'code'; readonly language?: string | undefined; readonly text: string }
  | { readonly type: 'figure'; readonly diagram: Diagram }
  | {
      readonly type: 'mermaid';
      readonly text: string;
      readonly caption: string;
      /** In the chapter's file. */
      readonly line: number;
    }
  /** One table as kubectl prints it; several for `get all`, which share the first one's command. */
  | {
      readonly type: 'kubectl';
      readonly tables: readonly KubectlTable[];
      /** Rows left out, and the page that has them. */
      readonly omitted?: { readonly text: string; readonly href: string };
    }
  | {
      readonly type: 'grid';
      readonly heads: readonly (readonly Prose[])[];
      readonly rows: readonly (readonly (readonly Prose[])[])[];
      /** Columns of numbers, counted from 0. */
      readonly numeric?: readonly number[];
    }
  | {
      readonly type: 'explained';
      /** The command that prints the same, where there is one. */
      readonly command?: string | undefined;
      readonly groups: readonly ExplainedItems[];
      /** Items that need no sentence, by name. */
      readonly folded?: ExplainedItems | undefined;
    }
  | {
      readonly type: 'listing';
      readonly caption: readonly Prose[];
      /** Lines of defaults that were left out. */
      readonly omitted: number;
      readonly lines: readonly ListedLine[];
      /** Settings that the file leaves to their default, with their path. */
      readonly folded?: readonly ListedLine[];
    }
  | { readonly type: 'profiles'; readonly profiles: readonly Profile[] }
  | { readonly type: 'facts'; readonly facts: readonly ChapterFact[] }
  /** How the block before it is known. */
  | { readonly type: 'source'; readonly children: readonly Prose[] }
  /** One sentence: what is absent, and what that means. */
  | { readonly type: 'empty'; readonly children: readonly Prose[] }
  | {
      readonly type: 'hidden';
      /** No snapshot of any cluster shows it. */
      readonly always: boolean;
      readonly title: string;
      readonly blocks: readonly ChapterBlock[];
    };

/** Running text, taken literally. */
export function text(value: string): Prose {
  return { type: 'text', text: value };
}

/** An identifier, set in mono. */
export function code(value: string): Prose {
  return { type: 'code', text: value };
}

/** A sentence of the catalogue, in which identifiers stand between backticks. */
export function marked(sentence: string): Prose[] {
  return sentence
    .split('`')
    .map((piece, index) => (index % 2 === 1 ? code(piece) : text(piece)))
    .filter((piece) => piece.type !== 'text' || piece.text !== '');
}

/** `[a, b, c]` → `a, b and c`. */
export function enumerate(items: readonly (readonly Prose[])[], last = 'and'): Prose[] {
  return items.flatMap((item, index) => {
    if (index === 0) return item;
    return [text(index === items.length - 1 ? ` ${last} ` : ', '), ...item];
  });
}

/** The words of running text, as a screen reader would say them. */
export function proseText(prose: readonly Prose[]): string {
  return prose.map(wordsOf).join('');
}

function wordsOf(prose: Prose): string {
  switch (prose.type) {
    case 'text':
    case 'code':
    case 'term':
      return prose.text;
    case 'strong':
    case 'emphasis':
    case 'link':
      return proseText(prose.children);
    case 'ref':
      return prose.ref.name;
    case 'certainty':
      return prose.degree;
    case 'mark':
      return '';
  }
}
