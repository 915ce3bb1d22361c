#!/usr/bin/env node
// Plain JavaScript, so that a Node too old for the rest of the program can still say so.
import { join } from 'node:path';

const required = 24;
const running = Number(process.versions.node.split('.')[0]);

if (running < required) {
  console.error(
    `clusterbook needs Node ${required} or newer; this is ${process.versions.node}.\n` +
      'Run it through npm, which uses the Node installed with the project: npm run <command> -- …',
  );
  process.exitCode = 2;
} else {
  // A reader such as `head` may close the pipe early; that is no error of ours.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  // Compiled modules are kept, which halves the time a command takes to start. Where the folder cannot
  // be written, Node goes on without.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(join(import.meta.dirname, '../.cache/compiled'));
  const { main } = await import('./clusterbook.ts');
  process.exitCode = await main(process.argv.slice(2));
}
