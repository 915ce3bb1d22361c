import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  containerDirectives,
  inlineDirectives,
  leafDirectives,
  mermaidDirectives,
} from './vocabulary.ts';

test('the guide for authors explains every directive and attribute', () => {
  const guide = readFileSync('content/walkthrough/README.md', 'utf8');
  const attributes = Object.values({ ...leafDirectives, ...containerDirectives }).flatMap(
    (schema) => Object.keys(schema.shape),
  );
  const words = [
    ...Object.keys(inlineDirectives).map((name) => `\`:${name}[`),
    ...Object.keys(mermaidDirectives).map((name) => `:${name}[`),
    ...Object.keys(leafDirectives).map((name) => `\`::${name}{`),
    ...Object.keys(containerDirectives).map((name) => `\`:::${name}`),
    ...attributes,
  ];
  expect(words.filter((word) => !guide.includes(word))).toEqual([]);
});
