import { fontSize } from './geometry.ts';

/**
 * Tokens of the site that Mermaid draws with. Mermaid computes with colours and refuses `var(…)`, so it
 * draws with stand-ins, `#fe0001` for the first, which later become classes: one picture for light and dark.
 * The last seven tell the series of a chart and the branches of a git graph apart.
 */
export const tokens = [
  'raised',
  'ink',
  'ink-2',
  'ink-3',
  'line-2',
  'control',
  'water',
  'water-2',
  'k-workload',
  'k-network',
  'k-storage',
  'k-access',
  'k-extension',
  'k-config',
  'k-machine',
] as const;
export type Token = (typeof tokens)[number];

/** The stand-in for a token. */
export function standIn(token: Token): string {
  return `#fe00${(tokens.indexOf(token) + 1).toString(16).padStart(2, '0')}`;
}

/** The token that a computed colour stands for: `rgb(254, 0, 2)` → `ink`. */
export function tokenOf(colour: string): Token | undefined {
  // Mermaid writes this one into markers, whatever the theme.
  if (colour === 'white') return 'raised';
  const tableau = tableauColours.indexOf(colour.toLowerCase());
  if (tableau !== -1) return series[tableau % series.length];
  const place =
    /^rgba?\(254, 0, (\d+)(?:, [\d.]+)?\)$/.exec(colour)?.[1] ??
    /^#fe00(?<hex>[\da-f]{2})$/i.exec(colour)?.groups?.['hex']?.replace(/^/, '0x');
  return place === undefined ? undefined : tokens[Number(place) - 1];
}

const series = tokens.filter((token) => token.startsWith('k-'));

// Sankey diagrams take no colours from the theme: these are D3's, by number of the node.
const tableauColours = [
  '#4e79a7',
  '#f28e2c',
  '#e15759',
  '#76b7b2',
  '#59a14f',
  '#edc949',
  '#af7aa1',
  '#ff9da7',
  '#9c755f',
  '#bab0ab',
];

/** `git0`, `git1` … each with its colour; the theme would darken what it derives itself. */
function numbered(count: number, names: Readonly<Record<string, Token | 'series'>>) {
  const entries = Object.entries(names).flatMap(([name, token]) =>
    Array.from({ length: count }, (_, i) => {
      const own = series[i % series.length] ?? 'ink';
      return [`${name}${i}`, standIn(token === 'series' ? own : token)] as const;
    }),
  );
  return Object.fromEntries(entries);
}

const [raised, ink, ink2, ink3, line2, control, water, water2] = tokens.map(standIn);

const themeVariables = {
  fontSize: `${fontSize}px`,
  fontFamily: 'sans-serif',
  background: water,
  primaryColor: raised,
  primaryTextColor: ink,
  primaryBorderColor: line2,
  secondaryColor: water2,
  secondaryTextColor: ink,
  secondaryBorderColor: line2,
  tertiaryColor: water2,
  tertiaryTextColor: ink,
  tertiaryBorderColor: line2,
  mainBkg: raised,
  nodeBorder: line2,
  nodeTextColor: ink,
  textColor: ink,
  titleColor: ink2,
  lineColor: ink3,
  arrowheadColor: ink3,
  defaultLinkColor: ink3,
  clusterBkg: water2,
  clusterBorder: water2,
  edgeLabelBackground: water,
  noteBkgColor: water2,
  noteTextColor: ink,
  noteBorderColor: line2,
  actorBkg: raised,
  actorBorder: line2,
  actorTextColor: ink,
  actorLineColor: control,
  signalColor: ink3,
  signalTextColor: ink,
  labelBoxBkgColor: raised,
  labelBoxBorderColor: line2,
  labelTextColor: ink,
  loopTextColor: ink2,
  activationBkgColor: water2,
  activationBorderColor: line2,
  sequenceNumberColor: raised,
  classText: ink,
  transitionColor: ink3,
  transitionLabelColor: ink2,
  stateLabelColor: ink,
  stateBkg: raised,
  labelBackgroundColor: water,
  compositeBackground: water2,
  compositeTitleBackground: water2,
  compositeBorder: line2,
  altBackground: water,
  innerEndBackground: ink3,
  specialStateColor: ink3,
  attributeBackgroundColorOdd: raised,
  attributeBackgroundColorEven: water,
  rowOdd: raised,
  rowEven: water,
  ...numbered(8, { git: 'series', gitInv: 'ink', gitBranchLabel: 'raised' }),
  ...numbered(12, { cScale: 'series', cScalePeer: 'series', cScaleInv: 'ink', cScaleLabel: 'ink' }),
  commitLabelColor: ink,
  commitLabelBackground: water2,
  commitLabelFontSize: '11px',
  tagLabelColor: ink,
  tagLabelBackground: raised,
  tagLabelBorder: line2,
  tagLabelFontSize: '11px',
  xyChart: {
    backgroundColor: water,
    titleColor: ink2,
    dataLabelColor: ink,
    legendTextColor: ink2,
    xAxisTitleColor: ink2,
    xAxisLabelColor: ink2,
    xAxisTickColor: control,
    xAxisLineColor: control,
    yAxisTitleColor: ink2,
    yAxisLabelColor: ink2,
    yAxisTickColor: control,
    yAxisLineColor: control,
    plotColorPalette: series.map(standIn).join(','),
  },
} as const;

const axis = { labelFontSize: 12, titleFontSize: 12, axisLineWidth: 1, tickWidth: 1 };

/** Mermaid's settings. What decides look and safety cannot be changed by a directive in the text. */
export const mermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  htmlLabels: false,
  deterministicIds: true,
  theme: 'base',
  look: 'classic',
  layout: 'elk',
  fontFamily: 'sans-serif',
  fontSize,
  themeVariables,
  // Names of objects break at hyphens otherwise.
  flowchart: {
    htmlLabels: false,
    wrappingWidth: 400,
    minNodeWidth: 0,
    padding: 12,
    useMaxWidth: false,
  },
  // Five participants fit the column of 888 px.
  sequence: {
    useMaxWidth: false,
    mirrorActors: false,
    wrap: false,
    width: 112,
    height: 44,
    actorMargin: 32,
    diagramMarginX: 8,
    diagramMarginY: 8,
  },
  state: { useMaxWidth: false, minNodeWidth: 0 },
  class: { useMaxWidth: false, htmlLabels: false },
  er: { useMaxWidth: false },
  gitGraph: { useMaxWidth: false },
  xyChart: {
    useMaxWidth: false,
    width: 680,
    height: 320,
    titleFontSize: 14,
    legendFontSize: 12,
    xAxis: axis,
    yAxis: axis,
  },
  block: { useMaxWidth: false, padding: 18 },
  sankey: { useMaxWidth: false, width: 720, height: 320, linkColor: 'source' },
  // Ten times as large: Mermaid multiplies.
  treemap: { useMaxWidth: false, nodeWidth: 84, nodeHeight: 32 },
  secure: [
    'secure',
    'securityLevel',
    'startOnLoad',
    'maxTextSize',
    'suppressErrorRendering',
    'maxEdges',
    'htmlLabels',
    'deterministicIds',
    'theme',
    'look',
    'fontFamily',
    'themeVariables',
    'themeCSS',
  ],
} as const;
