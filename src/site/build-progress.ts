/** How far a build is. */
export interface BuildProgress {
  readonly done: number;
  /** 0 as long as nobody knows. */
  readonly total: number;
  /** What is being done: `Rendering 1,250 of 4,214 object pages`. */
  readonly text: string;
}

const watchers = new Set<(now: BuildProgress) => void>();

/** Says how far the build of this process is. */
export function tellProgress(now: BuildProgress): void {
  for (const watch of watchers) watch(now);
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
  watchers.add(watcher);
  return { [Symbol.dispose]: () => void watchers.delete(watcher) };
}
