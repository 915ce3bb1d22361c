/**
 * Drawing figures: those of one hop, those a layout engine places, all of a large cluster, and those laid out
 * unchanged, as a later build reads them; making the diagrams is not part of that. Beside it, Mermaid itself
 * draws the same diagrams in jsdom, ready and warm.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collapse } from '#diagrams/collapse.ts';
import type { Diagram } from '#diagrams/diagram.ts';
import { openMermaidPage } from '#diagrams/mermaid/page.ts';
import { mermaidText } from '#diagrams/mermaid-text.ts';
import { noCache } from '#diagrams/text-cache.ts';
import { textStyles } from '#diagrams/text-metrics.ts';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import { diskCache } from '#site/disk-cache.ts';
import { drawFigure, drawNeighbourhood, type FigureCaches } from '#site/figures.ts';
import { interMetrics } from '#site/font-metrics.ts';
import { memoryCache } from '#site/memory-cache.ts';
import { createLinks, createRoutes } from '#site/routes.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { controlPlaneMap } from '#views/diagrams/control-plane-map.ts';
import {
  clusterFigures,
  kindFigures,
  namespaceFigures,
  objectFigures,
} from '#views/diagrams/figures-of.ts';
import { namespaceDiagram } from '#views/diagrams/namespace.ts';
import { neighbourhood } from '#views/diagrams/neighbourhood.ts';
import type { Links } from '#views/links.ts';
import { type Figure, itself } from './figure.ts';
import { reportAsync } from './measure.ts';
import { writeSyntheticSnapshot } from './synthetic-cluster.ts';

const samples = join(import.meta.dirname, '../snapshots/shop-prod');
const oneHop = 1_000;
const laidOut = 100;
/** Mermaid draws so many of each, and what it took is multiplied. */
const byMermaid = 20;

export const diagrams: Figure = async function* ({ measure, folder }) {
  const large = await writeSyntheticSnapshot(folder, 10_000);
  const run = (work: Work, snapshot: string) =>
    measure(itself(import.meta.filename, work, snapshot, join(folder, 'kept')));
  const mermaid = 'Mermaid in jsdom';
  yield {
    what: `${oneHop} figures of one hop`,
    usage: await run('oneHop', samples),
    goal: '≤ 1 CPU s: 1 ms each',
    peer: { what: mermaid, usage: await run('oneHopByMermaid', samples) },
  };
  yield {
    what: `${laidOut} laid out, of 6 to 14 boxes`,
    usage: await run('laidOut', samples),
    goal: `≤ ${laidOut / 50} CPU s: 20 ms each`,
    peer: { what: mermaid, usage: await run('laidOutByMermaid', samples) },
  };
  yield {
    what: 'all of 10,000 objects',
    usage: await run('all', large),
    goal: '≤ 12 CPU s',
  };
  await run('keep', large);
  yield { what: 'those laid out of 10,000 objects, unchanged', usage: await run('keep', large) };
};

interface Cluster {
  readonly model: Model;
  readonly links: Links;
}

async function openCluster(snapshot: string): Promise<Cluster> {
  const model = buildModel(await readSnapshot(snapshot));
  return { model, links: createLinks(createRoutes('/'), 'bench', model) };
}

function entriesWithPages({ model }: Cluster) {
  return model.entries.filter(({ id }) => model.home(id) === id);
}

function oneHopOf(cluster: Cluster): readonly Diagram[] {
  const { model, links } = cluster;
  return entriesWithPages(cluster).flatMap(
    ({ id }) => neighbourhood(model, id, links.object) ?? [],
  );
}

/** Every other figure of the site's pages. */
function othersOf(cluster: Cluster): readonly Diagram[] {
  const { model, links } = cluster;
  const pages = [
    ...clusterFigures(model, links),
    ...model.namespaces.flatMap((name) => namespaceFigures(model, links, name)),
    ...model.snapshot.lists.flatMap(({ resource }) => {
      const [first] = model.ofKind(resource);
      return first === undefined ? [] : kindFigures(model, links, first);
    }),
    ...entriesWithPages(cluster).flatMap((entry) => objectFigures(model, links, entry)),
  ];
  return [
    controlPlaneMap(model, links.object),
    ...model.namespaces.flatMap((name) => namespaceDiagram(model, name, links.object) ?? []),
    ...pages.map(({ diagram }) => diagram),
  ];
}

function smallOnes(cluster: Cluster): readonly Diagram[] {
  const isSmall = ({ nodes }: Diagram) => nodes.length >= 6 && nodes.length <= 14;
  const all = othersOf(cluster).map((diagram) => collapse(diagram));
  const small = all.filter((diagram) => diagram.layout === undefined && isSmall(diagram));
  if (small.length === 0) throw new Error('The sample has no diagram of 6 to 14 boxes.');
  return repeated(small, laidOut);
}

/** So many, from the beginning again where there are fewer. */
function repeated<Item>(items: readonly Item[], count: number): readonly Item[] {
  const times = Math.ceil(count / items.length);
  return Array.from({ length: times }, () => items)
    .flat()
    .slice(0, count);
}

async function drawAll(all: readonly Diagram[], caches: FigureCaches): Promise<void> {
  for (const diagram of all) await drawFigure(diagram, caches);
}

/** Draws some of them to warm up, then a part of them to be multiplied. */
async function drawByMermaid(all: readonly Diagram[]): Promise<void> {
  const metrics = interMetrics();
  const bundle = await readFile(
    join(import.meta.dirname, '../node_modules/mermaid/dist/mermaid.min.js'),
    'utf8',
  );
  const page = await openMermaidPage(bundle, (text, size) => {
    return (metrics(text, 'kind') * size) / textStyles.kind.size;
  });
  const draw = async (from: number) => {
    const texts = repeated(all, from + byMermaid).slice(from);
    for (const [i, diagram] of texts.entries()) {
      await page.mermaid.render(`d${from + i}`, mermaidText(diagram));
    }
  };
  await draw(0);
  await reportAsync(() => draw(byMermaid), all.length / byMermaid);
}

const works = {
  oneHop: async (cluster: Cluster) => {
    oneHopOf(cluster).forEach(drawNeighbourhood);
    const entries = repeated(entriesWithPages(cluster), oneHop * 2);
    let drawn = 0;
    await reportAsync(async () => {
      for (const { id } of entries) {
        const diagram = neighbourhood(cluster.model, id, cluster.links.object);
        if (diagram === undefined || drawn === oneHop) continue;
        drawNeighbourhood(diagram);
        drawn += 1;
      }
    });
  },
  oneHopByMermaid: (cluster: Cluster) => drawByMermaid(repeated(oneHopOf(cluster), oneHop)),
  laidOut: async (cluster: Cluster) => {
    const small = smallOnes(cluster);
    const eachAnew = { layouts: noCache };
    await drawAll(small, eachAnew);
    await reportAsync(() => drawAll(small, eachAnew));
  },
  laidOutByMermaid: (cluster: Cluster) => drawByMermaid(smallOnes(cluster)),
  all: async (cluster: Cluster) => {
    await reportAsync(async () => {
      oneHopOf(cluster).forEach(drawNeighbourhood);
      await drawAll(othersOf(cluster), { layouts: memoryCache() });
    });
  },
  keep: async (cluster: Cluster, kept: string) => {
    const others = othersOf(cluster);
    const caches = { figures: diskCache('figure', kept), layouts: memoryCache() };
    await reportAsync(() => drawAll(others, caches));
  },
} as const;
type Work = keyof typeof works;

if (import.meta.main) {
  const [work = '', snapshot = '', kept = ''] = process.argv.slice(2);
  await works[work as Work](await openCluster(snapshot), kept);
}
