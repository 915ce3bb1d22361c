import { controlPlaneMap } from '#views/diagrams/control-plane-map.ts';
import { controlFigures } from './control-figures.ts';
import { networkFigures } from './network-figures.ts';
import type { FigureMaker } from './parts.ts';
import { requestFigure } from './request-figure.ts';
import { storageFigures } from './storage-figures.ts';

/** What `::figure{name="…"}` can draw. */
export const figures: Readonly<Record<string, FigureMaker>> = {
  'control-plane': ({ model, links }) => controlPlaneMap(model, links.object),
  ...controlFigures,
  ...networkFigures,
  ...storageFigures,
  'request-path': requestFigure,
};
