import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // By default one processor is left over, and of two that is half. Much of what runs waits for a build or a browser.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts'],
          // What is tested keeps no state of its own: a worker loads it once, and not once a file.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'cli',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/browser/**', 'tests/e2e/**'],
          testTimeout: 120_000,
        },
      },
      // Of a real cluster, and only where CLUSTERBOOK_E2E_KUBECONFIG names one.
      { test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'site',
          globalSetup: 'tests/site/built-site.ts',
          include: ['tests/site/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'browser',
          globalSetup: 'tests/site/built-site.ts',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
