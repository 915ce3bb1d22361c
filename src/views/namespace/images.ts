/** Which images a namespace runs. */
import { imageTag } from '#catalogue/image.ts';
import { type Infer, list, part, readObject, text as textField } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { code, type Prose, text } from '#views/chapters/prose.ts';
import { workloadOf } from '#views/diagrams/namespace-edges.ts';
import type { Links } from '#views/links.ts';
import { isRunning } from '#views/running.ts';
import {
  cell,
  type PageSection,
  refsProse,
  type SectionCell,
  type SectionRow,
} from '#views/section.ts';
import { count } from '#views/words.ts';

const maxRows = 80;

const Container = part({ name: textField, image: textField });
const PodSpec = part({ containers: list(Container), initContainers: list(Container) });
const Status = part({ name: textField, imageID: textField });
const PodFields = part({
  spec: PodSpec,
  status: part({ containerStatuses: list(Status), initContainerStatuses: list(Status) }),
});
const Template = part({ spec: PodSpec });
const Runner = part({
  spec: part({
    template: Template,
    jobTemplate: part({ spec: part({ template: Template }) }),
  }),
});

/** An image as it is written, and what uses it. */
interface Use {
  readonly image: string;
  readonly by: ObjectId;
  readonly pod?: ObjectId | undefined;
  /** What the node pulled: `sha256:…`. */
  readonly digest?: string | undefined;
}

/** Images of the Pods of a namespace, and of templates that have no Pod at the moment. */
export function imageSection(model: Model, links: Links, namespace: string): PageSection {
  const uses = model
    .inNamespace(namespace)
    .filter(isRunning)
    .flatMap((entry) => usesOf(model, entry));
  const byImage = [...Map.groupBy(uses, ({ image }) => image)].sort(([a], [b]) =>
    compareCodePoints(a, b),
  );
  const section = { id: 'images', label: 'Images' };
  if (byImage.length === 0) {
    const pods = { group: '', kind: 'Pod' };
    const isKnown = model.holdsAll(pods, namespace);
    const says = isKnown
      ? 'No image: nothing runs here, and nothing is meant to.'
      : 'No Pod and no workload of it was captured, so no image is known.';
    return { ...section, says: [], tables: [], absent: [text(says)], isUnknown: !isKnown };
  }
  const floating = byImage.filter(([image]) => isFloating(image)).length;
  const says =
    floating === 0
      ? 'Every image is named by a version or a digest.'
      : `${floating === byImage.length ? 'All' : floating} of ${count(byImage.length, 'image')} may be another one tomorrow: the tag is latest, or there is none.`;
  return {
    ...section,
    says: [[text(says)]],
    tables: [
      {
        label: 'Images',
        heads: ['Image', 'Version', 'Pods', 'Used by'],
        numeric: [2],
        hasLongNames: true,
        rows: byImage
          .slice(0, maxRows)
          .map(([image, found]) => imageRow(model, links, image, found)),
      },
    ],
    more:
      byImage.length > maxRows
        ? {
            label: `${count(byImage.length - maxRows, 'more image')}, by Pod`,
            href: links.kind('pods'),
          }
        : undefined,
  };
}

function usesOf(model: Model, entry: Entry): readonly Use[] {
  const { id, object } = entry;
  const by = workloadOf(model, id);
  if (object.kind === 'Pod') {
    const { spec, status } = readObject(PodFields, object);
    const statuses = [
      ...(status?.initContainerStatuses ?? []),
      ...(status?.containerStatuses ?? []),
    ];
    return imagesIn(spec).map(({ name, image }) => {
      const pulled = statuses.find((each) => each.name === name)?.imageID;
      return { image, by, pod: id, digest: digestIn(pulled) };
    });
  }
  const { spec } = readObject(Runner, object);
  const template = spec?.jobTemplate?.spec?.template ?? spec?.template;
  // ReplicaSets of former revisions are history.
  return by === id ? imagesIn(template?.spec).map(({ image }) => ({ image, by })) : [];
}

function imagesIn(spec: Infer<typeof PodSpec> | undefined) {
  return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])].flatMap(
    ({ name = '', image = '' }) => (image === '' ? [] : [{ name, image }]),
  );
}

function digestIn(image: string | undefined): string | undefined {
  return /@?(sha256:[0-9a-f]{12,})/.exec(image ?? '')?.[1];
}

function isFloating(image: string): boolean {
  return !image.includes('@') && (imageTag(image) ?? 'latest') === 'latest';
}

function imageRow(model: Model, links: Links, image: string, uses: readonly Use[]): SectionRow {
  const pods = new Set(uses.flatMap(({ pod }) => pod ?? []));
  const users = [...new Set(uses.map(({ by }) => by))].flatMap((id) => model.get(id) ?? []);
  return {
    cells: [
      cell([code(image.replace(/@.*$/, '').replace(/:[^/:]*$/, ''))]),
      versionCell(image, uses),
      cell(pods.size.toLocaleString('en')),
      cell(refsProse(links, users, 3)),
    ],
  };
}

/** Tag, then digest: the one that is written, else the one that the nodes pulled. */
function versionCell(image: string, uses: readonly Use[]): SectionCell {
  const tag = imageTag(image);
  const written = digestIn(image);
  const pulled = [...new Set(uses.flatMap(({ digest }) => digest ?? []))];
  const says = [
    ...(tag === undefined ? [] : [code(tag)]),
    ...(tag === undefined && written ? [code(shortDigest(written))] : []),
  ];
  return cell(says, {
    state: isFloating(image)
      ? { state: 'warn', word: tag === undefined ? 'no tag, so latest' : 'may change' }
      : undefined,
    why: digestSays(tag, written, pulled),
  });
}

function digestSays(
  tag: string | undefined,
  written: string | undefined,
  pulled: readonly string[],
): readonly Prose[] {
  if (written !== undefined) {
    return tag === undefined ? [text('pinned')] : [text('pinned to '), code(shortDigest(written))];
  }
  const [first, ...others] = pulled;
  if (first === undefined) return [];
  return others.length === 0
    ? [text('ran as '), code(shortDigest(first))]
    : [text(`ran as ${others.length + 1} different builds`)];
}

/** `sha256:` and twelve digits, as container tools show it. */
function shortDigest(digest: string): string {
  return digest.slice(0, 'sha256:'.length + 12);
}
