const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for markup and for attributes in double quotes, escaped as Astro escapes it. */
export function escapeText(text: string): string {
  return /[&<>"']/.test(text)
    ? text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
    : text;
}

/** Short texts fit where they stand. */
const longEnough = 16;

/** Escaped text that breaks, where it must, after a separator and not in the middle of a word. */
export function breakableText(text: string): string {
  const escaped = escapeText(text);
  return text.length < longEnough ? escaped : escaped.replace(/[/:@,](?=\S)/g, '$&<wbr>');
}
