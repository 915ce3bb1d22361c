import { expect, test } from 'vitest';
import { type BuildProgress, tellRendered, watchProgress } from './build-progress.ts';

test('who watches a build hears how many pages are rendered, until they look away', () => {
  const heard: BuildProgress[] = [];
  {
    using _ = watchProgress((now) => heard.push(now));
    tellRendered(1250, 4214);
  }
  tellRendered(1300, 4214);
  expect(heard).toEqual([
    { done: 1250, total: 4214, text: 'Rendering 1,250 of 4,214 object pages' },
  ]);
});
