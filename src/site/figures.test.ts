import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textStyles } from '#diagrams/text-metrics.ts';
import { interMetrics } from './font-metrics.ts';

test('text is measured as the Inter of the site is drawn, a little generously', () => {
  const metrics = interMetrics();
  // Chromium, kerning included: 154.3 px at weight 400 and 159.3 px at 620, both at 13 px.
  const drawn = { name: 159.3, kind: (154.3 * 11.5) / 13 };
  for (const style of ['name', 'kind'] as const) {
    const measured = metrics('kube-controller-manager', style);
    expect(measured).toBeGreaterThanOrEqual(drawn[style]);
    expect(measured).toBeLessThan(drawn[style] * 1.02);
  }
});

test('letters that the font lacks still get room', () => {
  const metrics = interMetrics();
  expect(metrics('日本', 'name')).toBeGreaterThan(metrics('nn', 'name'));
  expect(metrics('⎈', 'name')).toBeGreaterThan(0);
});

test('the style sheet draws text in the sizes it is measured in, none under 11 px', () => {
  const css = readFileSync('src/styles/figure.css', 'utf8');
  const rules = { name: '.dg text', kind: '.dg .k', group: '.dg .gt', edge: '.dg .el' } as const;
  for (const [style, selector] of Object.entries(rules)) {
    const { size, weight } = textStyles[style as keyof typeof rules];
    const rule = css.slice(css.indexOf(`${selector} {`)).split('}')[0];
    expect(rule).toContain(`font-size: ${size}px;`);
    expect(rule).toContain(`font-weight: ${weight};`);
    expect(size).toBeGreaterThanOrEqual(11);
  }
});
