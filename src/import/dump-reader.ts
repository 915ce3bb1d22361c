import type { Redactor } from '#redact/redact.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { archiveOf, otherPacker } from './archives.ts';
import { DumpContents } from './dump-contents.ts';
import { type DumpFile, type PassedOver, peek } from './dump-file.ts';
import { FileNotes } from './file-notes.ts';
import { type Finding, findingsIn } from './findings.ts';
import type { Part, TextReader } from './format.ts';
import { formatOf } from './formats.ts';
import { FormatsFound } from './formats-found.ts';
import { type Placed, placeOf } from './layouts.ts';
import { ArchiveError, Expansion, type ImportLimits } from './limits.ts';
import { type ImportReport, Remarks } from './report.ts';
import { decoderFor } from './text-decoder.ts';

/** Bytes of a file that must tell what it holds. */
const headLength = 64 * 1024;

/** Names only decide whether a file that holds nothing of Kubernetes is worth a word. */
function isData({ path, given }: DumpFile): boolean {
  return given || /\.(json|jsonl|ndjson|ya?ml)$/i.test(path);
}

/** Reads the files of one dump, one after the other, and gathers what they hold. */
export class DumpReader implements AsyncDisposable {
  readonly contents: DumpContents;
  /** Milliseconds; 0 before a file was read. */
  newestFile = 0;
  readonly #expansion: Expansion;
  #files = 0;
  readonly #formats = new FormatsFound();
  readonly #unreadable = new Remarks();
  readonly #remarks = new Remarks();
  readonly #ignored = new Remarks();
  #clusterUid: string | undefined;

  constructor(redactor: Redactor, limits?: ImportLimits) {
    this.contents = new DumpContents(redactor);
    this.#expansion = new Expansion(limits);
  }

  async read(file: DumpFile | PassedOver): Promise<void> {
    await this.#readAny(file, 0);
  }

  report(): ImportReport {
    return {
      formats: this.#formats.list(),
      files: this.#files,
      read: this.contents.tally
        .kinds()
        .map(({ group, kind, read }) => ({ group, kind, count: read })),
      unreadable: this.#unreadable.list(),
      remarks: this.#remarks.list(),
      duplicates: this.contents.spool.duplicates,
      ignored: this.#ignored.list(),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.contents.spool[Symbol.asyncDispose]();
  }

  /** @param depth Archives that the file lies in. */
  async #readAny(file: DumpFile | PassedOver, depth: number): Promise<void> {
    if ('passedOver' in file) {
      const remarks = file.refused ? this.#unreadable : this.#ignored;
      remarks.add(file.name, file.passedOver);
      return;
    }
    const placed = placeOf(file.path);
    if (placed !== undefined && 'passedOver' in placed.place) {
      this.#ignored.add(file.name, placed.place.passedOver);
      return;
    }
    try {
      await this.#readFile(file, placed, depth);
    } catch (error) {
      this.#unreadable.add(file.name, whyUnread(error));
    }
  }

  async #readFile(file: DumpFile, placed: Placed | undefined, depth: number): Promise<void> {
    const { head, bytes, close } = await peek(file.bytes(), headLength);
    try {
      const archive = archiveOf(head);
      if (archive === undefined) await this.#readText(new FileNotes(file, placed), head, bytes);
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
    notes: FileNotes,
    head: Uint8Array,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    const reader = textOf(head);
    const decoder = decoderFor(head);
    if (typeof reader === 'string' || decoder === undefined) {
      this.#passOver(notes, typeof reader === 'string' ? reader : 'is not text');
      return;
    }
    try {
      for await (const chunk of bytes) {
        this.#keepAll(reader.push(decoder.push(chunk)), notes);
        await this.contents.spool.relieve();
      }
      this.#keepAll(reader.push(decoder.end()), notes);
    } catch (error) {
      // What was read before stays.
      notes.unreadable.add(whyUnread(error));
    }
    this.#keepAll(reader.end(), notes);
    await this.contents.spool.relieve();
    this.#close(notes, reader.name);
  }

  #keepAll(parts: Iterable<Part>, notes: FileNotes): void {
    for (const part of parts) {
      if (part.type === 'problem') notes.unreadable.add(part.text);
      else {
        for (const finding of findingsIn(part, notes.origin)) {
          this.#keep(finding, notes, 'size' in part ? part.size : 0);
        }
      }
    }
  }

  #keep(finding: Finding, notes: FileNotes, size: number): void {
    const { contents } = this;
    notes.add(finding);
    if (finding.type === 'object') {
      this.#noticeCluster(finding.object, notes.file.name);
      contents.add(finding.object, notes.file.path, size);
    } else if (finding.type === 'list') contents.tally.addList(finding.list);
    else if (finding.type === 'facts') contents.addFacts(finding.facts);
    else if (finding.type === 'types') contents.servedTypes.add(finding.types);
    else if (finding.type === 'unreadable' && finding.list !== undefined) {
      contents.tally.addUnreadable(finding.list);
    }
  }

  #close(notes: FileNotes, format: string): void {
    const { file, unreadable, remarks, holdsObjects, noObjects } = notes;
    if (!holdsObjects && (noObjects !== undefined || !isData(file))) {
      // A log or prose with JSON in it.
      this.#passOver(notes, 'holds no Kubernetes objects');
      return;
    }
    if (notes.objects === 0) this.contents.inference.seeEmptyList(file.path);
    for (const [text, count] of unreadable.entries) this.#unreadable.add(file.name, text, count);
    for (const [text, count] of remarks.entries) this.#remarks.add(file.name, text, count);
    this.#formats.add(file.path, notes.layout, notes.formats(format));
    this.#files++;
    this.newestFile = Math.max(this.newestFile, file.modified);
  }

  #passOver({ file, noObjects }: FileNotes, reason: string): void {
    if (noObjects !== undefined) this.#ignored.add(file.name, noObjects);
    else if (isData(file)) this.#unreadable.add(file.name, reason);
    else this.#ignored.add(file.name, reason);
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
  const packer = otherPacker(head);
  if (packer !== undefined) return `is packed with ${packer}, which import does not read`;
  let text: string | undefined;
  try {
    text = decoderFor(head)?.push(head);
  } catch (error) {
    if (!isNoText(error)) throw error;
  }
  if (text === undefined) return 'is not text';
  if (text.trim() === '') return 'is empty';
  return formatOf(text)?.open(text) ?? 'holds no Kubernetes objects';
}
