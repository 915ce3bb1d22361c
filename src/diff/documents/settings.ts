/** Sections of settings; those before the first section have the empty name. */
type Settings = Map<string, Map<string, string>>;

/**
 * `key = value` lines, as `.properties`, `.ini`, `.env` and plain TOML files have them: keys in sections,
 * in any order. Nothing unless every line is one, a section or a comment, and no key stands twice.
 */
export function parseSettings(text: string): unknown {
  const sections: Settings = new Map([['', new Map()]]);
  let section = '';
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '' || /^[#;!]/.test(line)) continue;
    const name = /^\[+([^\]]+)\]+$/.exec(line)?.[1];
    if (name !== undefined) {
      section = name;
      if (sections.has(section)) return undefined;
      sections.set(section, new Map());
    } else if (!addSetting(sections.get(section), line)) return undefined;
  }
  return fieldsOf(sections);
}

function addSetting(section: Map<string, string> | undefined, line: string): boolean {
  const [, key, value] = /^([\w.$/-]+)\s*=\s*(.*)$/.exec(line) ?? [];
  if (section === undefined || key === undefined || value === undefined) return false;
  if (section.has(key)) return false;
  section.set(key, value);
  return true;
}

function fieldsOf(sections: Settings): unknown {
  const [bare, ...named] = [...sections].map(
    ([name, settings]) => [name, Object.fromEntries(settings)] as const,
  );
  return Object.fromEntries([...Object.entries(bare?.[1] ?? {}), ...named]);
}
