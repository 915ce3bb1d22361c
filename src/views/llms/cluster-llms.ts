import type { Model } from '#model/model.ts';
import { coverageCounts, coverageText } from '#snapshot/manifest.ts';
import type { ListedChapter } from '#views/chapters/chapter-list.ts';
import { findingsView } from '#views/findings/findings-page.ts';
import { hubCard } from '#views/hub.ts';
import { kindInventory } from '#views/inventory.ts';
import type { Links } from '#views/links.ts';
import { namespaceRows } from '#views/namespaces.ts';
import { count } from '#views/words.ts';
import type { Llms, LlmsLink } from './llms-text.ts';

/** Links of one section; where there are more, the page that lists all of them follows. */
const maxLinks = 100;

/** What the file says of a cluster besides its model. */
export interface ClusterLlmsOf {
  /** Id of the cluster. */
  readonly id: string;
  readonly links: Links;
  readonly chapters: readonly ListedChapter[];
  /** Address of a chapter as Markdown. */
  readonly chapterHref: (slug: string) => string;
  /** Address of the search index. */
  readonly searchHref: string;
  /** An address as it stands in the file. */
  readonly address: (href: string) => string;
}

/** What an assistant should read of a cluster, and how to find the rest. */
export function clusterLlms(model: Model, of: ClusterLlmsOf): Llms {
  const { id, links, address, searchHref } = of;
  return {
    title: id,
    summary: hubCard(model).sentence,
    remarks: remarksOn(model, address(links.cluster())),
    sections: [
      { title: 'Walkthrough', links: chapterLinks(of) },
      { title: 'Findings', links: findingLinks(model, of) },
      { title: 'Namespaces', links: namespaceLinks(model, of) },
      { title: 'Kinds', links: kindLinks(model, of) },
      {
        title: 'Optional',
        links: [
          { name: 'Home', href: address(links.cluster()), about: 'the cluster at a glance' },
          {
            name: 'Search index',
            href: address(searchHref),
            about: 'names, kinds, namespaces, labels, images and addresses of all objects, as JSON',
          },
        ],
      },
    ],
  };
}

function remarksOn(model: Model, home: string): readonly string[] {
  const { manifest } = model.snapshot;
  const objects = model.entries.filter(({ inferred }) => inferred === undefined).length;
  const version = manifest.cluster.version ?? 'of an unknown version';
  return [
    `A snapshot taken at ${manifest.takenAt}: Kubernetes ${version}, ${count(objects, 'object')}, ` +
      `${coverageText(coverageCounts(manifest.resources))}. What was not captured may exist all the same. ` +
      'Ages count up to the capture.',
    `An object has its page at \`${home}objects/<plural>[.<group>]/[<namespace>/]<name>/\`, and as JSON at ` +
      '`index.json` beside it. Pods, ReplicaSets, Jobs and EndpointSlices stand in `folded` of the ' +
      'object that made them. A value that was taken out reads `‹redacted rule · length›`.',
  ];
}

function chapterLinks({ chapters, chapterHref, address }: ClusterLlmsOf): readonly LlmsLink[] {
  return chapters.map(({ slug, number, title, summary }) => ({
    name: `${number}. ${title}`,
    href: address(chapterHref(slug)),
    about: summary,
  }));
}

function findingLinks(model: Model, { links, address }: ClusterLlmsOf): readonly LlmsLink[] {
  const { sections } = findingsView(model, links);
  return sections.flatMap(({ severity, groups }) =>
    groups.map(({ title, href, count: found }) => ({
      name: title,
      href: address(href),
      about: `${found.toLocaleString('en')}, ${severity}`,
    })),
  );
}

function namespaceLinks(model: Model, { links, address }: ClusterLlmsOf): readonly LlmsLink[] {
  const rows = namespaceRows(model, links);
  const shown = rows.slice(0, maxLinks).map(({ name, href, purpose }) => ({
    name,
    href: address(href),
    about: purpose,
  }));
  if (rows.length <= maxLinks) return shown;
  return [...shown, { name: `All ${rows.length} namespaces`, href: address(links.namespaces()) }];
}

function kindLinks(model: Model, { links, address }: ClusterLlmsOf): readonly LlmsLink[] {
  const kinds = kindInventory(model, links).categories.flatMap(({ kinds: members }) => members);
  const shown = kinds.slice(0, maxLinks).map(({ kind, href, total, group }) => ({
    name: kind,
    href: address(href),
    about: `${count(total, 'object')}, group ${group}`,
  }));
  if (kinds.length <= maxLinks) return shown;
  return [...shown, { name: `All ${kinds.length} kinds`, href: address(links.kinds()) }];
}
