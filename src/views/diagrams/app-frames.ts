import type { Diagram, DiagramGroup } from '#diagrams/diagram.ts';
import type { Entry, Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { type AppGroup, appGroups } from '#views/app-groups.ts';
import type { HrefFor } from '#views/ref.ts';
import { isRunning } from '#views/running.ts';
import { splitShared } from './split-shared.ts';

type Parts = Pick<Diagram, 'nodes' | 'edges'>;

/** Boxes in the frames of their applications. */
export interface Framed extends Parts {
  readonly groups: readonly DiagramGroup[];
  /** How the frames are known, in a sentence; none where there is no frame. */
  readonly meaning: readonly string[];
  /** What was drawn several times or left out, so that lines need not cross the frames, in sentences. */
  readonly notes: readonly string[];
}

/**
 * The boxes of a namespace in frames: an application each (`app-groups.ts`), and around applications what
 * a label says they are part of. A frame of a single box is none. What is missing stands with what names it.
 */
export function inAppFrames(
  model: Model,
  namespace: string,
  hrefFor: HrefFor,
  parts: Parts,
): Framed {
  const apps = appGroups(model, namespace).groups;
  const homes = homesOf(model, apps, parts);
  const split = splitShared({
    nodes: parts.nodes.map((node) => ({ ...node, group: homes.get(node.id) })),
    edges: parts.edges,
  });
  const boxes = Map.groupBy(split.nodes, ({ group }) => group);
  const drawn = apps.filter(({ name }) => (boxes.get(appFrame(name))?.length ?? 0) > 1);
  const kept = new Set(drawn.map(({ name }) => appFrame(name)));
  const wholes = wholesOf(namespace, drawn);
  const frameOfLone = (id: string) => {
    const whole = wholeOf(model.get(id as ObjectId));
    return whole !== undefined && wholes.has(whole) ? wholeFrame(whole) : undefined;
  };
  return {
    nodes: split.nodes.map((node) =>
      node.group !== undefined && kept.has(node.group)
        ? node
        : { ...node, group: frameOfLone(node.object ?? node.id) },
    ),
    edges: split.edges,
    groups: [
      ...[...wholes].map((whole) => ({ id: wholeFrame(whole), label: whole })),
      ...drawn.map((app) => frameOf(app, wholes, hrefFor)),
    ],
    meaning: meaningOf(drawn),
    notes: split.notes,
  };
}

const appFrame = (name: string) => `app ${name}`;
const wholeFrame = (name: string) => `whole ${name}`;

/** The frame of each box that belongs to one application, by the box's id. */
function homesOf(
  model: Model,
  apps: readonly AppGroup[],
  { nodes, edges }: Parts,
): ReadonlyMap<string, string> {
  const homes = new Map<string, string>(
    apps.flatMap(({ name, members }) => members.map(({ id }) => [id, appFrame(name)] as const)),
  );
  const absent = nodes.filter(({ id }) => model.get(id as ObjectId) === undefined);
  const found = absent.flatMap(({ id }) => {
    const near = edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
    const [only, ...others] = new Set(near.map((other) => homes.get(other)));
    return only !== undefined && others.length === 0 ? [[id, only] as const] : [];
  });
  return new Map([...homes, ...found]);
}

/** Names of what several of these applications are part of, unless the page or a frame has that name. */
function wholesOf(namespace: string, apps: readonly AppGroup[]): ReadonlySet<string> {
  const names = [...Map.groupBy(apps, wholeOfApp)].flatMap(([name, parts]) =>
    name === undefined || name === namespace || parts.length < 2 ? [] : [name],
  );
  return new Set(names.filter((name) => apps.every((app) => app.name !== name)));
}

function wholeOf(entry: Entry | undefined): string | undefined {
  return entry?.object.metadata.labels?.['app.kubernetes.io/part-of'] || undefined;
}

function wholeOfApp({ members }: AppGroup): string | undefined {
  return wholeOf(members.find((member) => wholeOf(member) !== undefined));
}

function frameOf(app: AppGroup, wholes: ReadonlySet<string>, hrefFor: HrefFor): DiagramGroup {
  const { name, by, members } = app;
  const main = members.find(isRunning) ?? members[0];
  const whole = wholeOfApp(app);
  return {
    id: appFrame(name),
    label: by === 'label' || by === 'lines' ? name : `${name} · ${by}`,
    parent: whole !== undefined && wholes.has(whole) ? wholeFrame(whole) : undefined,
    href: main && hrefFor(main.id),
  };
}

const ways = {
  label: 'its app.kubernetes.io labels',
  'Helm release': 'its Helm release',
  'Argo CD Application': 'its Argo CD Application',
  lines: 'what uses what',
} as const satisfies Record<AppGroup['by'], string>;

function meaningOf(apps: readonly AppGroup[]): readonly string[] {
  const used = new Set(apps.map(({ by }) => by));
  const known = (Object.keys(ways) as AppGroup['by'][]).filter((by) => used.has(by));
  if (known.length === 0) return [];
  return [`A frame is an application, known by ${known.map((by) => ways[by]).join(' or by ')}.`];
}
