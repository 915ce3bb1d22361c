import { HtmlValidate } from 'html-validate';
import type { BuiltPage } from './pages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Spelling of markup, not meaning.
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    // Titles and ids come from names of objects.
    'valid-id': ['error', { relaxed: true }],
    'tel-non-breaking': 'off',
    'no-inline-style': 'error',
    'require-sri': 'off',
    'prefer-native-element': 'off',
    'no-redundant-role': 'off',
    'aria-label-misuse': 'off',
    'no-raw-characters': ['error', { relaxed: true }],
  },
});

/** What is wrong with the markup of some pages, a line each. */
export async function htmlMistakes(pages: readonly BuiltPage[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { path, html } of pages) {
    const { results } = await validator.validateString(html);
    for (const { messages } of results) {
      for (const { ruleId, message, selector } of messages) {
        found.push(`${path}: ${ruleId}: ${message} ${selector ?? ''}`);
      }
    }
  }
  return found;
}
