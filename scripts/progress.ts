import { styleText } from 'node:util';

/** A line on a terminal that is written over until it goes. Elsewhere it writes nothing. */
export interface ProgressBar {
  /** Shows how much is done; `text` says of what. */
  show(done: number, total: number, text: string): void;
  clear(): void;
}

const width = 24;

/** A bar on stderr, when stderr is a terminal and it is wanted. */
export function progressBar(wanted = true): ProgressBar {
  const stream = process.stderr;
  const write = (text: string) => {
    if (wanted && stream.isTTY) stream.write(`\r\x1b[K${text}`);
  };
  return {
    show: (done, total, text) => {
      const filled = total === 0 ? 0 : Math.round((width * done) / total);
      const bar = styleText('cyan', '━'.repeat(filled), { stream });
      const rest = styleText('dim', '━'.repeat(width - filled), { stream });
      // A line that wraps could not be written over.
      write(`${bar}${rest} ${text.slice(0, (stream.columns || 80) - width - 2)}`);
    },
    clear: () => write(''),
  };
}

const every = 5000;

/**
 * Plain lines in place of a bar, where stderr is no terminal: one at the start, then one every five
 * seconds at most, so that a log stays short. `now` is a clock in milliseconds.
 */
export function progressLines(
  print: (line: string) => void,
  now: () => number = () => performance.now(),
): ProgressBar {
  let next = 0;
  return {
    show: (_, __, text) => {
      if (now() < next) return;
      next = now() + every;
      print(text);
    },
    clear: () => {
      next = 0;
    },
  };
}
