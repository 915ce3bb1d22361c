import { fontSize } from './geometry.ts';

/**
 * Tokens of the site that Mermaid draws with. Mermaid computes with colours and refuses `var(…)`, so it
 * draws with stand-ins, `#fe0001` for the first, which later become classes: one picture for light and dark.
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
] as const;
export type Token = (typeof tokens)[number];

/** The stand-in for a token. */
export function standIn(token: Token): string {
  return `#fe000${tokens.indexOf(token) + 1}`;
}

/** The token that a computed colour stands for: `rgb(254, 0, 2)` → `ink`. */
export function tokenOf(colour: string): Token | undefined {
  // Mermaid writes this one into markers, whatever the theme.
  if (colour === 'white') return 'raised';
  const place = /^rgb\(254, 0, (\d)\)$/.exec(colour)?.[1] ?? /^#fe000(\d)$/i.exec(colour)?.[1];
  return place === undefined ? undefined : tokens[Number(place) - 1];
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
} as const;

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
  sequence: {
    useMaxWidth: false,
    mirrorActors: false,
    wrap: false,
  },
  state: { useMaxWidth: false },
  class: { useMaxWidth: false, htmlLabels: false },
  er: { useMaxWidth: false },
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
