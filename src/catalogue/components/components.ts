import type { Component } from './component.ts';
import { controlPlaneComponents } from './control-plane.ts';
import { networkComponents } from './network.ts';
import { nodeComponents } from './node.ts';
import { observabilityComponents } from './observability.ts';
import { platformComponents } from './platform.ts';
import { securityComponents } from './security.ts';
import { storageComponents } from './storage.ts';
import { trafficComponents } from './traffic.ts';

/** Every component that can be recognised. */
export const components: readonly Component[] = [
  ...controlPlaneComponents,
  ...nodeComponents,
  ...networkComponents,
  ...storageComponents,
  ...trafficComponents,
  ...securityComponents,
  ...observabilityComponents,
  ...platformComponents,
];

const byId = new Map(components.map((component) => [component.id, component]));

/** The entry of an id, `'coredns'`. */
export function componentById(id: string): Component | undefined {
  return byId.get(id);
}
