import { apiPanels } from './api-panels.ts';
import { controlPanels } from './control-panels.ts';
import { nodePanels } from './node-panels.ts';
import { overviewPanels } from './overview-panels.ts';
import type { Panel } from './panel.ts';
import { profilePanels } from './profile-panels.ts';
import { trafficPanels } from './traffic-panels.ts';

/** What `::view{name="…"}` can show. */
export const panels: Readonly<Record<string, Panel>> = {
  ...overviewPanels,
  ...nodePanels,
  ...controlPanels,
  ...apiPanels,
  ...profilePanels,
  ...trafficPanels,
};
