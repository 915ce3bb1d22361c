/** How long a command takes that does nothing. */
import { clusterbook, type Figure } from './figure.ts';

export const startUp: Figure = async function* ({ measure }) {
  const peer = { what: 'node -e 0', usage: await measure([process.execPath, '-e', '0']) };
  for (const args of [['--version'], ['--help'], ['list', '--help'], ['diff', '--help']]) {
    const usage = await measure(clusterbook(...args));
    yield { what: args.join(' '), usage, goal: '≤ 0.25 s', peer };
  }
};
