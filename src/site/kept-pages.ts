import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { jsonLine } from '#snapshot/json.ts';
import { byteText } from './byte-text.ts';
import { programVersion } from './program-version.ts';
import type { Questions } from './questions.ts';

/** Folder of what is known of published pages; below the working folder, and safe to delete. */
export const pagesFolder = '.cache/pages';

const Page = z.object({
  /** Id of its cluster. */
  cluster: z.string(),
  /** Digest of what it was made of besides the model. */
  beside: z.string(),
  /** What it asked of the model: places in the list of its cluster, 32-bit numbers as Base64. */
  reads: z.string(),
  /** Digest of the answers. */
  answers: z.string(),
  /** Digest of the frame around its content. */
  frame: z.string(),
  /** Its files as they were published, `<name> <size> <mtime>`. */
  files: z.array(z.string()),
});
type Page = z.infer<typeof Page>;
const Pages = z.object({
  /** Of each cluster, by its id. */
  questions: z.record(z.string(), z.array(z.string())),
  /** By folder. */
  pages: z.record(z.string(), Page),
});
type Pages = z.infer<typeof Pages>;

/** What the content of a page, and the object beside it, were made of. */
export interface MadeOf {
  /** Digest of all that is not the model's. */
  readonly beside: string;
  /** Numbers of the questions that were put to the model. */
  readonly reads: Int32Array;
  /** Digest of the answers. */
  readonly answers: string;
}

/**
 * Pages of objects that an earlier build of this program published in a folder. One whose content would be
 * rendered from the same is not rendered again; one whose frame is the same too is not even written. Pages
 * are named by their folders below the site's, with a `/` at the end.
 */
export interface KeptPages {
  /** The questions of a cluster: those of an earlier build, and from now on those of this one. */
  questionsOf(cluster: string, create: () => Questions): Questions;
  /** What a page that lies there was made of; nothing if there is none, or somebody touched it since. */
  madeOf(folder: string): MadeOf | undefined;
  /** Notes what a page is made of now. */
  note(folder: string, cluster: string, made: MadeOf): void;
  /** Notes the frame of a page; says whether it was published in the same. */
  isFramedSo(folder: string, frame: string): boolean;
  /** Leaves a page where it is. */
  leave(folder: string): void;
  /** Markup of the page as it was published, as {@link byteText}. */
  read(folder: string): string;
  /** Files of the pages that were left, below the site's folder. */
  left(): readonly string[];
  /** Writes down what this build published, once it has. */
  save(): void;
}

/** Digest of what a page is made of: of one program the same only if all of it is. */
export function digestOf(...parts: readonly unknown[]): string {
  return hash('sha256', `${programVersion()} ${textOf(parts)}`, 'base64url');
}

function textOf(parts: readonly unknown[]): string {
  try {
    return JSON.stringify(parts);
  } catch {
    // An integer beyond 2^53, which only ours writes; it takes several times as long.
    return jsonLine(parts);
  }
}

/** What an earlier build left in `out`, as far as that is known. */
export function openKeptPages(out: string, folder: string = pagesFolder): KeptPages {
  const record = resolve(folder, `${hash('sha256', resolve(out))}.json`);
  const before = readRecord(record);
  const questions = new Map<string, Questions>();
  const made = new Map<string, MadeOf & { readonly cluster: string }>();
  const frames = new Map<string, string>();
  const left: string[] = [];
  const isUntouched = (page: string, files: readonly string[]) =>
    files.every((file) => stampOf(join(out, page), nameIn(file)) === file);
  return {
    questionsOf: (cluster, create) => {
      const known = questions.get(cluster) ?? create();
      // In their order of then, so that they have the numbers of then.
      if (!questions.has(cluster)) known.numbersIn(before.questions[cluster] ?? []);
      questions.set(cluster, known);
      return known;
    },
    madeOf: (page) => {
      const known = before.pages[page];
      if (known === undefined || !isUntouched(page, known.files)) return undefined;
      return { ...known, reads: numbersIn(known.reads) };
    },
    note: (page, cluster, of) => {
      made.set(page, { ...of, cluster });
    },
    isFramedSo: (page, frame) => {
      frames.set(page, frame);
      return before.pages[page]?.frame === frame;
    },
    leave: (page) => {
      for (const file of before.pages[page]?.files ?? []) left.push(`${page}${nameIn(file)}`);
    },
    read: (page) => readFileSync(join(out, page, 'index.html'), byteText),
    left: () => left,
    save: () => {
      const asked = new Map([...questions].map(([cluster, known]) => [cluster, renumber(known)]));
      const pages = [...made].map(([page, { cluster, reads, ...of }]): [string, Page] => {
        const files = ['index.html', 'index.json'].map((file) => stampOf(join(out, page), file));
        return [
          page,
          {
            ...of,
            cluster,
            reads: textOfNumbers(asked.get(cluster)?.renumbered(reads) ?? reads),
            frame: frames.get(page) ?? '',
            files: files.filter((file) => file !== undefined),
          },
        ];
      });
      writeRecord(record, {
        questions: Object.fromEntries([...asked].map(([cluster, { texts }]) => [cluster, texts])),
        pages: Object.fromEntries(pages),
      });
    },
  };
}

/** Numbers the questions anew that a page of this build asked: those of pages that are gone are forgotten. */
function renumber(questions: Questions) {
  const texts: string[] = [];
  const numbers = new Map<number, number>();
  return {
    texts,
    renumbered: (reads: Int32Array) =>
      reads.map((number) => {
        const known = numbers.get(number) ?? texts.push(questions.textOf(number)) - 1;
        numbers.set(number, known);
        return known;
      }),
  };
}

function textOfNumbers(numbers: Int32Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
}

function numbersIn(text: string): Int32Array {
  // Copied, so that it begins where 32-bit numbers may.
  return new Int32Array(new Uint8Array(Buffer.from(text, 'base64')).buffer);
}

function stampOf(folder: string, file: string): string | undefined {
  const stats = statSync(join(folder, file), { throwIfNoEntry: false });
  return stats && `${file} ${stats.size} ${stats.mtimeMs}`;
}

function nameIn(stamp: string): string {
  return stamp.slice(0, stamp.indexOf(' '));
}

function readRecord(record: string): Pages {
  try {
    return Pages.parse(JSON.parse(readFileSync(record, 'utf8')));
  } catch {
    // None, or one that is no longer readable: then everything is rendered.
    return { questions: {}, pages: {} };
  }
}

function writeRecord(record: string, pages: Pages): void {
  const draft = `${record}.${process.pid}.draft`;
  try {
    mkdirSync(resolve(record, '..'), { recursive: true });
    writeFileSync(draft, JSON.stringify(pages));
    renameSync(draft, record);
  } catch {
    // A read-only folder: the next build renders everything.
  }
}

let ofBuild: KeptPages | undefined;

/** From now on pages of objects that are as this knows them are not rendered again. */
export function keepPages(kept: KeptPages): void {
  ofBuild = kept;
}

/** What the build of this process keeps; nothing while nobody said so. */
export function keptPages(): KeptPages | undefined {
  return ofBuild;
}
