/** What Mermaid read of a text, as far as its figure is told in words. Each type has some of these. */
export interface MermaidData {
  /** Flowchart, state, class and ER diagrams. */
  getData?(): {
    readonly nodes: readonly GraphNode[];
    readonly edges: readonly GraphEdge[];
  };
  /** Sequence. */
  getMessages?(): readonly Message[];
  getActors?(): { get(id: string): { readonly description?: string } | undefined };
  /** Git. */
  getCommitsArray?(): readonly Commit[];
  /** XY chart. */
  getXYChartData?(): { readonly plots: readonly Plot[] };
  /** Block. */
  getBlocksFlat?(): readonly Block[];
  getEdges?(): readonly Pick<GraphEdge, 'start' | 'end' | 'label'>[];
  /** Sankey. */
  getGraph?(): { readonly links: readonly Flow[] };
  /** Treemap. */
  getRoot?(): Tree;
}

interface GraphNode {
  readonly id: string;
  readonly label?: unknown;
  readonly shape?: string;
  readonly parentId?: string;
  readonly isGroup?: boolean;
}

interface GraphEdge {
  readonly start?: string;
  readonly end?: string;
  readonly label?: unknown;
  /** Cardinalities of a class diagram. */
  readonly startLabelRight?: string;
  readonly endLabelLeft?: string;
}

interface Message {
  readonly from?: string;
  readonly to?: string;
  readonly message?: unknown;
}

interface Commit {
  readonly id: string;
  readonly message: string;
  readonly branch: string;
  readonly tags: readonly string[];
}

interface Plot {
  readonly type: string;
  readonly data: readonly (readonly [string, number])[];
}

interface Block {
  readonly id: string;
  readonly label?: string;
  readonly type?: string;
}

interface Flow {
  readonly source: string;
  readonly target: string;
  readonly value: number;
}

interface Tree {
  readonly name: string;
  readonly value?: number;
  readonly children?: readonly Tree[];
}

/**
 * A figure as a list: a sentence for each of its edges, messages or values, then for what has none. Character
 * codes are sheltered as in the text that Mermaid read.
 */
export function toldBy(data: MermaidData): readonly string[] {
  if (data.getMessages) return messages(data);
  if (data.getCommitsArray) return data.getCommitsArray().map(commit);
  if (data.getXYChartData) return data.getXYChartData().plots.flatMap(plot);
  if (data.getGraph) return data.getGraph().links.map(flow);
  if (data.getRoot) return tree(data.getRoot(), []);
  if (data.getBlocksFlat) return blocks(data);
  return data.getData ? graph(data.getData()) : [];
}

/** Labels are text, or the lines of one. */
function words(label: unknown): string {
  return (Array.isArray(label) ? label.join(' ') : String(label ?? ''))
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function sentence(from: string, to: string, label: unknown): string {
  const said = words(label);
  return `${from} → ${to}${said === '' ? '' : `: ${said}`}.`;
}

function graph({ nodes, edges }: ReturnType<NonNullable<MermaidData['getData']>>): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const name = (id = '') => nameOf(byId.get(id), id);
  const joined = new Set(edges.flatMap(({ start, end }) => [start, end]));
  return [
    ...edges.map(({ start, end, label, startLabelRight, endLabelLeft }) =>
      sentence(
        [name(start), startLabelRight].filter(Boolean).join(' '),
        [endLabelLeft, name(end)].filter(Boolean).join(' '),
        label,
      ),
    ),
    ...nodes
      .filter(({ id, isGroup }) => !joined.has(id) && isGroup !== true)
      .map(({ id, parentId }) => `${name(id)}${parentId ? `, in ${name(parentId)}` : ''}.`),
  ];
}

function nameOf(node: GraphNode | undefined, id: string): string {
  if (node?.shape === 'stateStart') return 'Start';
  if (node?.shape === 'stateEnd') return 'End';
  return words(node?.label) || id;
}

function messages(data: MermaidData): string[] {
  const actors = data.getActors?.();
  const name = (id: string) => words(actors?.get(id)?.description ?? id);
  return (data.getMessages?.() ?? []).flatMap(({ from, to, message }) => {
    const said = words(message);
    if (from !== undefined && to !== undefined) return [sentence(name(from), name(to), said)];
    // The beginning of a loop or of a choice; its end says nothing.
    return said === '' ? [] : [`${said}:`];
  });
}

function commit({ id, message, branch, tags }: Commit): string {
  const tagged = tags.length === 0 ? '' : `, tag ${tags.join(', ')}`;
  return `On ${branch}: ${words(message) || `commit ${id}`}${tagged}.`;
}

function plot({ type, data }: Plot): string[] {
  return data.map(([name, value]) => `${name}: ${value}, as a ${type}.`);
}

function flow({ source, target, value }: Flow): string {
  return `${source} → ${target}: ${value}.`;
}

function tree({ name, value, children = [] }: Tree, path: readonly string[]): string[] {
  const here = name === '' ? path : [...path, name];
  if (children.length === 0) return here.length === 0 ? [] : [`${here.join(', ')}: ${value}.`];
  return children.flatMap((child) => tree(child, here));
}

function blocks(data: MermaidData): string[] {
  const all = data.getBlocksFlat?.() ?? [];
  const lines = data.getEdges?.() ?? [];
  const names = new Map(all.map(({ id, label }) => [id, words(label) || id]));
  const name = (id = '') => names.get(id) ?? id;
  const joined = new Set(lines.flatMap(({ start, end }) => [start, end]));
  const alone = all.filter(
    ({ id, label, type }) =>
      !joined.has(id) && words(label) !== '' && type !== 'edge' && type !== 'space',
  );
  return [
    ...lines.map(({ start, end, label }) => sentence(name(start), name(end), label)),
    ...alone.map(({ id }) => `${name(id)}.`),
  ];
}
