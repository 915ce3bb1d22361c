import type { Redactor } from '#redact/redact.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { archiveOf, otherPacker } from './archives.ts';
import { ClusterEvidence } from './cluster-of.ts';
import { ServedTypes } from './discovery-types.ts';
import { type DumpFile, type PassedOver, peek } from './dump-file.ts';
import type { DumpFacts } from './facts.ts';
import { type Finding, findingsIn } from './findings.ts';
import type { Part, TextReader } from './format.ts';
import { formatOf } from './formats.ts';
import { Inference } from './infer.ts';
import type { PathHint } from './layout.ts';
import { placeOf } from './layouts.ts';
import { ArchiveError, Expansion, type ImportLimits } from './limits.ts';
import { type ImportReport, Remarks } from './report.ts';
import { DefinedTypes } from './resource-types.ts';
import { Spool } from './spool.ts';
import { NewestTime } from './taken-at.ts';
import { Tally } from './tally.ts';
import { decoderFor } from './text-decoder.ts';

/** Bytes of a file that must tell what it holds. */
const headLength = 64 * 1024;

/** Parts that could not be read are told one by one up to so many of a file. */
const maxProblems = 20;

/** Names only decide whether a file that holds nothing of Kubernetes is worth a word. */
function isData({ path, given }: DumpFile): boolean {
  return given || /\.(json|jsonl|ndjson|ya?ml)$/i.test(path);
}

/** What was read of one file, before it is known whether it holds anything of Kubernetes. */
interface FileNotes {
  readonly file: DumpFile;
  /** Name of the layout that the file belongs to. */
  readonly layout: string | undefined;
  readonly hint: PathHint | undefined;
  readonly unreadable: string[];
  readonly remarks: string[];
  readonly shapes: Set<string>;
  holdsObjects: boolean;
  objects: number;
}

/** Reads the files of one dump, one after the other, and gathers what they hold in a spool. */
export class DumpReader implements AsyncDisposable {
  readonly spool = new Spool();
  readonly tally = new Tally();
  readonly definedTypes = new DefinedTypes();
  readonly servedTypes = new ServedTypes();
  readonly inference = new Inference();
  readonly cluster = new ClusterEvidence();
  readonly newestTime = new NewestTime();
  /** Milliseconds; 0 before a file was read. */
  newestFile = 0;
  readonly #redactor: Redactor;
  readonly #expansion: Expansion;
  #facts: DumpFacts = {};
  #files = 0;
  readonly #formats = new Set<string>();
  readonly #unreadable = new Remarks();
  readonly #remarks = new Remarks();
  readonly #ignored = new Remarks();
  #clusterUid: string | undefined;

  constructor(redactor: Redactor, limits?: ImportLimits) {
    this.#redactor = redactor;
    this.#expansion = new Expansion(limits);
  }

  /** What the dump says of itself; of two documents that say the same thing the first counts. */
  get facts(): DumpFacts {
    return this.#facts;
  }

  async read(file: DumpFile | PassedOver): Promise<void> {
    await this.#readAny(file, 0);
  }

  report(): ImportReport {
    return {
      formats: [...this.#formats].sort(),
      files: this.#files,
      unreadable: this.#unreadable.list(),
      remarks: this.#remarks.list(),
      duplicates: this.spool.duplicates,
      ignored: this.#ignored.list(),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.spool[Symbol.asyncDispose]();
  }

  /** @param depth Archives that the file lies in. */
  async #readAny(file: DumpFile | PassedOver, depth: number): Promise<void> {
    if ('passedOver' in file) {
      const remarks = file.refused ? this.#unreadable : this.#ignored;
      remarks.add(file.name, file.passedOver);
      return;
    }
    const found = placeOf(file.path);
    if (found !== undefined && 'passedOver' in found.place) {
      this.#ignored.add(file.name, found.place.passedOver);
      return;
    }
    try {
      await this.#readFile(file, found, depth);
    } catch (error) {
      this.#unreadable.add(file.name, whyUnread(error));
    }
  }

  async #readFile(file: DumpFile, found: Found, depth: number): Promise<void> {
    const { head, bytes, close } = await peek(file.bytes(), headLength);
    try {
      const archive = archiveOf(head);
      if (archive === undefined) await this.#readText(file, head, bytes, found);
      else if (depth >= this.#expansion.limits.nesting) {
        throw new ArchiveError('lies in too many archives, one in the other');
      } else {
        for await (const inner of archive.files(file, bytes, this.#expansion)) {
          await this.#readAny(inner, depth + 1);
        }
      }
    } finally {
      await close();
    }
  }

  async #readText(
    file: DumpFile,
    head: Uint8Array,
    bytes: AsyncIterable<Uint8Array>,
    found: Found,
  ): Promise<void> {
    const reader = textOf(head);
    if (typeof reader === 'string') {
      if (isData(file)) this.#unreadable.add(file.name, reader);
      else this.#ignored.add(file.name, reader);
      return;
    }
    const decoder = decoderFor(head);
    if (decoder === undefined) return;
    const notes: FileNotes = {
      file,
      layout: found?.layout.name,
      hint: found !== undefined && 'hint' in found.place ? found.place.hint : undefined,
      unreadable: [],
      remarks: [],
      shapes: new Set(),
      holdsObjects: false,
      objects: 0,
    };
    try {
      for await (const chunk of bytes) await this.#parts(reader.push(decoder.push(chunk)), notes);
      await this.#parts(reader.push(decoder.end()), notes);
    } catch (error) {
      // What was read before stays.
      notes.unreadable.push(whyUnread(error));
    }
    await this.#parts(reader.end(), notes);
    this.#close(notes, reader.name);
  }

  async #parts(parts: Iterable<Part>, notes: FileNotes): Promise<void> {
    for (const part of parts) {
      if (part.type === 'problem') notes.unreadable.push(part.text);
      else {
        const origin = { hint: notes.hint, path: notes.file.path };
        for (const finding of findingsIn(part, origin)) {
          await this.#keep(finding, notes, 'size' in part ? part.size : 0);
        }
      }
    }
  }

  async #keep(finding: Finding, notes: FileNotes, size: number): Promise<void> {
    switch (finding.type) {
      case 'object':
        notes.holdsObjects = true;
        notes.objects++;
        await this.#keepObject(finding.object, notes.file, size);
        break;
      case 'list':
        notes.holdsObjects = true;
        this.tally.addList(finding.list);
        break;
      case 'facts':
        this.#facts = { ...finding.facts, ...defined(this.#facts) };
        break;
      case 'types':
        this.servedTypes.add(finding.types);
        break;
      case 'shape':
        notes.shapes.add(finding.shape);
        break;
      case 'unreadable':
        notes.unreadable.push(finding.reason);
        if (finding.list !== undefined) this.tally.addUnreadable(finding.list);
        break;
      case 'remark':
        notes.remarks.push(finding.text);
        break;
    }
  }

  async #keepObject(read: KubeObject, file: DumpFile, size: number): Promise<void> {
    const before = this.#redactor.counts();
    const object = this.#redactor.redact(read);
    const redactions = difference(before, this.#redactor.counts());
    this.tally.add(object);
    for (const observer of [this.definedTypes, this.cluster, this.newestTime]) observer.see(object);
    this.inference.see(object, file.path);
    this.#noticeCluster(object, file.name);
    await this.spool.add({ object, redactions, size });
  }

  #close(notes: FileNotes, format: string): void {
    const { file, unreadable, remarks, shapes, holdsObjects, layout } = notes;
    if (!isData(file) && !holdsObjects) {
      // A log or prose with JSON in it.
      this.#ignored.add(file.name, 'holds no Kubernetes objects');
      return;
    }
    if (notes.objects === 0) this.inference.seeEmptyList(file.path);
    for (const text of unreadable.slice(0, maxProblems)) this.#unreadable.add(file.name, text);
    for (const text of remarks) this.#remarks.add(file.name, text);
    if (layout !== undefined) this.#formats.add(layout);
    else for (const shape of shapes) this.#formats.add(`${shape} (${format})`);
    this.#files++;
    this.newestFile = Math.max(this.newestFile, file.modified);
  }

  /** The namespace kube-system is a cluster's identity: two of them are two clusters. */
  #noticeCluster({ apiVersion, kind, metadata }: KubeObject, file: string): void {
    if (apiVersion !== 'v1' || kind !== 'Namespace' || metadata.name !== 'kube-system') return;
    this.#clusterUid ??= metadata.uid;
    if (metadata.uid !== this.#clusterUid) {
      this.#remarks.add(
        file,
        'is of another cluster than the files before it: both become one book',
      );
    }
  }
}

type Found = ReturnType<typeof placeOf>;

/** Why a file could not be read on, for what lies in the file; anything else is thrown again. */
function whyUnread(error: unknown): string {
  if (error instanceof ArchiveError) return error.message;
  if (isNoText(error)) return 'is not text all through';
  if (error instanceof Error && 'syscall' in error && 'code' in error) {
    return `cannot be read (${error.code})`;
  }
  throw error;
}

function isNoText(error: unknown): boolean {
  return (
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_ENCODING_')
  );
}

/** The reader of a text that begins so, or why there is none. */
function textOf(head: Uint8Array): TextReader | string {
  let text: string | undefined;
  try {
    text = decoderFor(head)?.push(head);
  } catch (error) {
    if (!isNoText(error)) throw error;
  }
  const packer = otherPacker(head);
  if (packer !== undefined) return `is packed with ${packer}, which import does not read`;
  if (text === undefined) return 'is not text';
  if (text.trim() === '') return 'is empty';
  return formatOf(text)?.open() ?? 'holds no Kubernetes objects';
}

type Counts = Readonly<Record<string, number>>;

function difference(before: Counts, after: Counts): Counts {
  return Object.fromEntries(
    Object.entries(after)
      .map(([rule, count]) => [rule, count - (before[rule] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
}

function defined(facts: DumpFacts): DumpFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
