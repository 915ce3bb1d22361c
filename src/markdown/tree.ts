/**
 * A chapter as parsed, before it meets a cluster: plain data. What depends on a cluster stays in it as
 * nodes (`value`, `table`, `when` …) that the views resolve once per snapshot.
 */
import type { FrontMatter } from './front-matter.ts';
import type { MermaidLine } from './mermaid-lines.ts';
import type { BlockDirective, Condition, InlineDirective } from './vocabulary.ts';

/** Text, never markup: whoever lays it out escapes it. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | {
      readonly type: 'link';
      /** `https://…`, `mailto:…`, `#section`, or `chapter:<slug>`. */
      readonly href: string;
      readonly children: readonly Inline[];
      readonly line: number;
    }
  | InlineDirective;

/** A paragraph, a list, a directive: what stands on lines of its own. */
export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | {
      readonly type: 'heading';
      /** 2 starts a section, 3 stands inside one. */
      readonly depth: 2 | 3;
      /** `a-z 0-9 -`, made of the words of the heading. */
      readonly id: string;
      readonly children: readonly Inline[];
    }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Block[])[];
    }
  /** Fenced code. `language` is the word after the fence. */
  | { readonly type: 'code'; readonly language?: string | undefined; readonly text: string }
  /** A fenced block of language `mermaid`: becomes a figure. The rest of the fence line is the caption. */
  | {
      readonly type: 'mermaid';
      readonly lines: readonly MermaidLine[];
      readonly caption: string;
      readonly line: number;
    }
  | {
      readonly type: 'grid';
      readonly heads: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | {
      readonly type: 'when';
      readonly condition: Condition;
      readonly children: readonly Block[];
      /** The blocks of the `otherwise` that follows; empty without one. */
      readonly otherwise: readonly Block[];
      readonly line: number;
    }
  | { readonly type: 'lead'; readonly children: readonly Block[]; readonly line: number }
  | {
      readonly type: 'hidden';
      readonly always: boolean;
      readonly title: string;
      readonly children: readonly Block[];
      readonly line: number;
    }
  | BlockDirective;

/** One file of `content/walkthrough/`. */
export interface Chapter {
  /** As given to {@link parseChapter}: for messages. */
  readonly file: string;
  /** `09-datastore.md` → `datastore`: the last segment of its address. */
  readonly slug: string;
  readonly front: FrontMatter;
  readonly blocks: readonly Block[];
}
