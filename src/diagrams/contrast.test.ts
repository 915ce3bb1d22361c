import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');
const blockOf = (start: string) => css.slice(css.indexOf(start)).split('\n}')[0] ?? '';
const themes = { light: blockOf(':root {'), dark: blockOf(':root[data-theme="dark"] {') };

type Rgb = readonly number[];

function colourOf(theme: keyof typeof themes, token: string): Rgb {
  const hex = new RegExp(`--${token}: #([0-9a-f]{6});`).exec(themes[theme])?.[1] ?? '';
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** What one colour over another looks like. */
function over(top: Rgb, share: number, ground: Rgb): Rgb {
  return top.map((part, i) => share * part + (1 - share) * (ground[i] ?? 0));
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** As WCAG 2.2 has it: 1 to 21. */
function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const kinds = ['workload', 'network', 'config', 'storage', 'access', 'machine', 'extension'].map(
  (name) => `k-${name}`,
);
// Axe does not look at text in pictures.
const text = [
  ...['ink', 'ink-2'].flatMap((ink) => ['raised', 'water', 'water-2'].map((on) => [ink, on])),
  ...['add', 'del', 'mod'].map((sign) => [sign, 'raised']),
  ['link', 'water-2'],
  // Names of branches stand on the colour of the branch.
  ...kinds.map((kind) => ['raised', kind]),
];
const lines = [
  ...['ink-3', 'control', 'warn', 'link', ...kinds].map((line) => [line, 'water']),
  ...kinds.map((kind) => [kind, 'raised']),
];

test.each(['light', 'dark'] as const)('figures can be read in the %s', (theme) => {
  const below = (pairs: readonly (readonly string[])[], least: number) =>
    pairs.filter(([front = '', ground = '']) => {
      return contrast(colourOf(theme, front), colourOf(theme, ground)) < least;
    });
  expect(below(text, 4.5)).toEqual([]);
  expect(below(lines, 3)).toEqual([]);
});

test.each(['light', 'dark'] as const)('words on bands and boxes of charts as well, %s', (theme) => {
  const sheet = readFileSync('src/styles/figure-mermaid.css', 'utf8');
  const shareOf = (selector: string) =>
    Number(sheet.split(`${selector} {`)[1]?.match(/opacity: ([\d.]+);/)?.[1]);
  const water = colourOf(theme, 'water');
  // A box of a treemap lies in another one.
  const deepest = Math.max(
    shareOf('[stroke-opacity="0.5"]'),
    shareOf('[fill-opacity="0.6"]') + shareOf('[fill-opacity="0.3"]'),
  );
  for (const kind of kinds) {
    const ground = over(colourOf(theme, kind), deepest, water);
    expect(contrast(colourOf(theme, 'ink'), ground)).toBeGreaterThanOrEqual(4.5);
  }
});
