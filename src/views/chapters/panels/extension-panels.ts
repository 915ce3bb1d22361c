import { ownerOfGroup } from '#catalogue/api-groups.ts';
import { list, part, readObject, text as textSchema } from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';
import { all, type Cluster } from '#views/chapters/cluster.ts';
import { code, enumerate, type Prose, text } from '#views/chapters/prose.ts';
import { count } from '#views/words.ts';
import { type Cell, grid, type Panel, textCell } from './panel.ts';

const Definition = part({
  spec: part({
    group: textSchema,
    names: part({ kind: textSchema, plural: textSchema }),
    versions: list(part({ name: textSchema })),
  }),
});

const labelKeys = ['app.kubernetes.io/part-of', 'app.kubernetes.io/name', 'app'] as const;

/** Who added a group: by the catalogue, else by what its definitions say of themselves. */
function ownerCell(group: string, definitions: readonly Entry[]): Cell {
  const owner = ownerOfGroup(group);
  if (owner !== undefined) return textCell(owner);
  for (const { object } of definitions) {
    const { labels = {}, annotations = {} } = object.metadata;
    const release = annotations['meta.helm.sh/release-name'];
    if (release !== undefined) return [text('Helm release '), code(release)];
    const key = labelKeys.find((name) => labels[name] !== undefined);
    if (key !== undefined) return [code(labels[key] ?? ''), text(', by its labels')];
  }
  return textCell('not known');
}

/** `Certificate (4)`, a link to the page of the kind where there are objects of it. */
function kindWords({ model, links }: Cluster, definition: Entry): Prose[] {
  const { group = '', names } = readObject(Definition, definition.object).spec ?? {};
  const kind = names?.kind ?? definition.object.metadata.name;
  const { length } = model.ofKind({ group, kind });
  const resource = model.resourceOf({ group, kind });
  const words = text(length === 0 ? kind : `${kind} (${length})`);
  if (resource === undefined || length === 0) return [words];
  return [{ type: 'link', href: links.kind(`${resource.plural}.${group}`), children: [words] }];
}

const mostKinds = 12;

/** Groups that CustomResourceDefinitions add, with who is behind them. */
export const customGroups: Panel = (cluster) => {
  const definitions = all(cluster, 'CustomResourceDefinition.apiextensions.k8s.io');
  const byGroup = Map.groupBy(
    definitions,
    ({ object }) => readObject(Definition, object).spec?.group ?? '',
  );
  return grid(
    ['Group', 'Owner', 'Kinds, with the number of objects'],
    [...byGroup].map(([group, members]): Cell[] => {
      const shown = members.slice(0, mostKinds).map((one) => kindWords(cluster, one));
      const rest = members.length - shown.length;
      return [
        [code(group)],
        ownerCell(group, members),
        enumerate(rest > 0 ? [...shown, [text(count(rest, 'other kind'))]] : shown),
      ];
    }),
  );
};
