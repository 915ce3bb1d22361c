import { channel } from 'node:diagnostics_channel';

/** How far a build is. */
export interface BuildProgress {
  readonly done: number;
  /** 0 as long as nobody knows. */
  readonly total: number;
  /** What is being done: `Rendering 1,250 of 4,214 object pages`. */
  readonly text: string;
}

// The pages are a bundle with modules of its own: what both sides share is the process.
const progress = channel('clusterbook:build');

/** Says how far the build of this process is. */
export function tellProgress(now: BuildProgress): void {
  progress.publish(now);
}

/** Says that so many pages of objects are rendered. */
export function tellRendered(done: number, total: number): void {
  const number = (value: number) => value.toLocaleString('en');
  tellProgress({
    done,
    total,
    text: `Rendering ${number(done)} of ${number(total)} object pages`,
  });
}

/** Watches the build of this process until the result is disposed of. */
export function watchProgress(watcher: (now: BuildProgress) => void): Disposable {
  const listener = (message: unknown) => watcher(message as BuildProgress);
  progress.subscribe(listener);
  return { [Symbol.dispose]: () => void progress.unsubscribe(listener) };
}
