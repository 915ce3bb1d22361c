import type { KubeObject } from '#snapshot/kube-object.ts';
import { groupKindKey } from '#snapshot/object-id.ts';
import type { ListSink } from './import-dump.ts';
import type { ResourceInDump } from './ledger.ts';
import type { Spooled } from './spool.ts';
import { kindKeyOf } from './tally.ts';

/** Characters of JSON handed on at a time. */
const pageLength = 2 ** 20;

/** One resource while it is being written. */
class Page {
  kept = 0;
  #objects: KubeObject[] = [];
  #length = 0;
  readonly #writer: ReturnType<ListSink['begin']>;

  constructor(writer: ReturnType<ListSink['begin']>) {
    this.#writer = writer;
  }

  async add({ object, size }: Spooled): Promise<void> {
    this.kept++;
    this.#objects.push(object);
    this.#length += size;
    if (this.#length > pageLength) await this.#flush();
  }

  async end(outcome: ResourceInDump['outcome']): Promise<void> {
    await this.#flush();
    await this.#writer.end(outcome(this.kept));
  }

  async #flush(): Promise<void> {
    if (this.#objects.length > 0) await this.#writer.add(this.#objects, this.#length);
    this.#objects = [];
    this.#length = 0;
  }
}

/**
 * Writes all resources of a dump; its objects come kind by kind. Returns what was taken out of those that
 * were kept, by rule.
 */
export async function writeResources(
  ledger: readonly ResourceInDump[],
  objects: AsyncIterable<Spooled>,
  sink: ListSink,
): Promise<Readonly<Record<string, number>>> {
  const pages = ledger.map(({ type }) => new Page(sink.begin(type)));
  const pageOf = new Map(
    ledger.flatMap(({ kinds }, index) => {
      const page = pages[index];
      return page === undefined ? [] : kinds.map((kind) => [groupKindKey(kind), page] as const);
    }),
  );
  const redactions = new Map<string, number>();
  for await (const spooled of objects) {
    await pageOf.get(kindKeyOf(spooled.object))?.add(spooled);
    for (const [rule, count] of Object.entries(spooled.redactions)) {
      redactions.set(rule, (redactions.get(rule) ?? 0) + count);
    }
  }
  for (const [index, { outcome }] of ledger.entries()) await pages[index]?.end(outcome);
  return Object.fromEntries(redactions);
}
