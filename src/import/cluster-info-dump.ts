const begin = '\n==== START logs for container ';
const end = '\n==== END logs for ';

/**
 * Takes the logs out of what `kubectl cluster-info dump` prints: lists of the API one after the other, and
 * logs between them. The logs go first, since a program may log JSON.
 *
 * @see https://github.com/kubernetes/kubectl/blob/master/pkg/cmd/clusterinfo/clusterinfo_dump.go
 */
export class LogFilter {
  #found = false;
  #inLogs = false;
  /** What may be the beginning of a mark whose rest is still to come. */
  #tail = '';

  /** Whether there were logs, which is how such a dump is told from other JSON. */
  get found(): boolean {
    return this.#found;
  }

  /** The text without its logs; the end of it may come with the next piece. */
  *push(text: string): Generator<string> {
    let rest = this.#tail + text;
    for (;;) {
      const mark = this.#inLogs ? end : begin;
      const at = rest.indexOf(mark);
      if (at === -1) break;
      yield this.#shown(rest.slice(0, at));
      yield '\n';
      rest = rest.slice(at + mark.length);
      this.#inLogs = !this.#inLogs;
      this.#found = true;
    }
    const cut = Math.max(0, rest.length - begin.length);
    this.#tail = rest.slice(cut);
    yield this.#shown(rest.slice(0, cut));
  }

  /** Of logs only the ends of lines stay, so that lines keep their numbers. */
  #shown(text: string): string {
    return this.#inLogs ? text.replace(/[^\n]+/g, '') : text;
  }

  end(): string {
    return this.#inLogs ? '' : this.#tail;
  }
}
