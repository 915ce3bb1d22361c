import type { Relation } from '#kinds/reference.ts';
import { relations } from '#kinds/reference.ts';
import { code, type Prose } from '#views/chapters/prose.ts';
import { columnOf, namedAll, type Says, say, type Telling, usedBy } from '#views/telling.ts';

/** An Event is about the object, and what it owns does not read it. */
const reading = (Object.keys(relations) as Relation[]).filter(
  (relation) => relation !== 'about' && relation !== 'owner',
);

function read(telling: Telling): readonly Prose[] {
  const readers = usedBy(telling, ...reading);
  return readers.length === 0
    ? say`Nothing in this snapshot names it; a program may still read it through the API.`
    : say`Read by ${namedAll(telling, readers)}.`;
}

/** @see https://helm.sh/docs/topics/advanced/#storage-backends */
const helmType = 'helm.sh/release.v1';

function secret(telling: Telling): readonly Prose[] {
  const { labels = {} } = telling.entry.object.metadata;
  const { name, version = '' } = labels;
  if (columnOf(telling, 'TYPE') === helmType && name !== undefined) {
    return say`What Helm remembers of revision ${version} of its release ${code(name)}.`;
  }
  return read(telling);
}

/** See {@link Says}, by kind. */
export const configLeads: Readonly<Record<string, Says>> = { ConfigMap: read, Secret: secret };
