import type { KubeObject } from '#snapshot/kube-object.ts';
import { Collection } from './collection.ts';
import { decodeText } from './decode-text.ts';
import type { DumpSource } from './dump-source.ts';
import type { DumpFacts } from './facts.ts';
import { type Finding, findingsIn } from './findings.ts';
import { formatOf } from './formats.ts';
import { type ImportReport, Remarks } from './report.ts';

/** Names only decide whether a file that holds nothing of Kubernetes is worth a word. */
function isData({ name, given }: DumpSource): boolean {
  return given || /\.(json|jsonl|ndjson|ya?ml)$/i.test(name);
}

/** Reads the files of one dump and gathers what they hold. */
export class DumpReader {
  readonly collection = new Collection();
  /** Shapes and formats found: `kubectl List (JSON)`. */
  readonly formats = new Set<string>();
  /** Milliseconds; 0 before a file was read. */
  newestFile = 0;
  #facts: DumpFacts = {};
  #files = 0;
  readonly #unreadable = new Remarks();
  readonly #remarks = new Remarks();
  readonly #ignored: string[] = [];
  #clusterUid: string | undefined;

  /** What the dump says of itself; of two documents that say the same thing the first counts. */
  get facts(): DumpFacts {
    return this.#facts;
  }

  async read(source: DumpSource): Promise<void> {
    const { bytes, modified } = await source.read();
    const text = decodeText(bytes);
    const format = text === undefined ? undefined : formatOf(text);
    if (text === undefined || format === undefined) {
      this.#passOver(source, text);
      return;
    }
    const { documents, problems } = format.read(text);
    const findings = documents.flatMap((document) => [...findingsIn(document)]);
    if (!isData(source) && !findings.some(({ type }) => type === 'object' || type === 'list')) {
      // A log or prose with JSON in it.
      this.#ignored.push(source.name);
      return;
    }
    for (const problem of problems) this.#unreadable.add(source.name, problem);
    for (const finding of findings) this.#keep(finding, source.name, format.name);
    this.#files++;
    this.newestFile = Math.max(this.newestFile, modified.getTime());
  }

  report(): ImportReport {
    return {
      files: this.#files,
      unreadable: this.#unreadable.list(),
      remarks: this.#remarks.list(),
      duplicates: this.collection.duplicates,
      ignored: this.#ignored,
    };
  }

  #passOver(source: DumpSource, text: string | undefined): void {
    const { name } = source;
    if (!isData(source)) this.#ignored.push(name);
    else if (text === undefined) this.#unreadable.add(name, 'is not text');
    else if (text.trim() === '') this.#unreadable.add(name, 'is empty');
    else this.#unreadable.add(name, 'holds no Kubernetes objects');
  }

  #keep(finding: Finding, file: string, format: string): void {
    switch (finding.type) {
      case 'object':
        this.collection.add(finding.object);
        this.#noticeCluster(finding.object, file);
        break;
      case 'list':
        this.collection.addList(finding.list);
        break;
      case 'facts':
        this.#facts = { ...finding.facts, ...defined(this.#facts) };
        break;
      case 'shape':
        this.formats.add(`${finding.shape} (${format})`);
        break;
      case 'unreadable':
        this.#unreadable.add(file, finding.reason);
        if (finding.list !== undefined) this.collection.addUnreadable(finding.list);
        break;
      case 'remark':
        this.#remarks.add(file, finding.text);
        break;
    }
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

function defined(facts: DumpFacts): DumpFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
