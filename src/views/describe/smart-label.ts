const acronyms = new Set(['API', 'URL', 'UID', 'GUID']);
const labels = new Map<string, string>();

/**
 * The label that kubectl makes of a field: `apiVersion` → `API Version`, `nonResourceURLs` →
 * `Non Resource URLs`. A field with other characters than letters and dashes stays as it is.
 */
export function smartLabel(field: string): string {
  const known = labels.get(field);
  if (known !== undefined) return known;
  const label = labelOf(field);
  // The keys of a hostile object are no reason to grow for ever.
  if (labels.size < 10_000) labels.set(field, label);
  return label;
}

function labelOf(field: string): string {
  if (!/^[\p{L}-]*$/u.test(field)) return field;
  return withPlurals(words(field)).map(capitalised).join(' ');
}

/** Runs of one case, a capital going with the small letters behind it: `PDFLoader` → `PDF`, `Loader`. */
function words(field: string): readonly string[] {
  return field.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|-+|\p{L}/gu) ?? [];
}

/** Brings capitals together with what follows them: `UR`, `Ls` → `URLs`. */
function withPlurals(parts: readonly string[]): readonly string[] {
  const merged: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? '';
    const next = parts[i + 1] ?? '';
    const isMerged = /^\p{Lu}{2,}$/u.test(part) && /^\p{Lu}/u.test(next);
    merged.push(isMerged ? part + next : part);
    if (isMerged) i += 1;
  }
  return merged;
}

function capitalised(word: string): string {
  const upper = word.toUpperCase();
  if (acronyms.has(upper)) return upper;
  return word === word.toLowerCase() ? upper.charAt(0) + word.slice(1) : word;
}
