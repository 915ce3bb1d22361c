import { apiPanels } from './api-panels.ts';
import { applyPanels } from './apply-panels.ts';
import { controlPanels } from './control-panels.ts';
import { customGroups } from './extension-panels.ts';
import { identityPanels } from './identity-panels.ts';
import { leftOverPanels } from './left-over-panels.ts';
import { nodeLossPanels } from './node-loss-panels.ts';
import { nodePanels } from './node-panels.ts';
import { nodeRoom } from './node-room-panel.ts';
import { overviewPanels } from './overview-panels.ts';
import type { Panel } from './panel.ts';
import { podNetworkPanels } from './pod-network-panels.ts';
import { profilePanels } from './profile-panels.ts';
import { responsibilities } from './responsibility-panel.ts';
import { trafficPanels } from './traffic-panels.ts';

/** What `::view{name="…"}` can show. */
export const panels: Readonly<Record<string, Panel>> = {
  ...overviewPanels,
  ...nodePanels,
  ...controlPanels,
  ...apiPanels,
  ...applyPanels,
  ...leftOverPanels,
  responsibilities,
  ...nodeLossPanels,
  'custom-groups': customGroups,
  ...podNetworkPanels,
  'node-room': nodeRoom,
  ...identityPanels,
  ...profilePanels,
  ...trafficPanels,
};
