import { expect, test } from 'vitest';
import { llmsText } from './llms-text.ts';

test('title, summary and remarks come first, then links by section; one without links is left out', () => {
  expect(
    llmsText({
      title: 'prod',
      summary: 'Amazon EKS on 6 machines.',
      remarks: ['An object is `index.json` beside its page.'],
      sections: [
        {
          title: 'Walkthrough',
          links: [
            { name: '1. DNS', href: '/prod/walkthrough/dns/index.md', about: 'Who answers.' },
          ],
        },
        { title: 'Findings', links: [] },
        { title: 'Optional', links: [{ name: 'Home', href: '/prod/' }] },
      ],
    }),
  ).toBe(`# prod

> Amazon EKS on 6 machines.

An object is \`index.json\` beside its page.

## Walkthrough

- [1. DNS](/prod/walkthrough/dns/index.md): Who answers.

## Optional

- [Home](/prod/)
`);
});

test('a name from a cluster stays a name', () => {
  const links = [{ name: '[x](javascript:alert(1))\n# head', href: '/prod/', about: '<script>' }];
  const text = llmsText({
    title: 'a',
    summary: 'b',
    remarks: [],
    sections: [{ title: 'c', links }],
  });
  expect(text).toContain('- [\\[x\\](javascript:alert(1)) # head](/prod/): \\<script>\n');
});
