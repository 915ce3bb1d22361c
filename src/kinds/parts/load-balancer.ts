import type { z } from 'zod';
import { compareCodePoints } from '#snapshot/json.ts';
import { item, list, part, text } from './schema.ts';

/** `status.loadBalancer` of a Service or an Ingress. */
export const loadBalancer = part({ ingress: list(item({ ip: text, hostname: text })) });

/** Addresses that a load balancer was given, each once, sorted as kubectl does. */
export function loadBalancerAddresses(status: z.infer<typeof loadBalancer>): readonly string[] {
  const addresses = (status?.ingress ?? []).flatMap(({ ip, hostname }) => ip || hostname || []);
  return [...new Set(addresses)].sort(compareCodePoints);
}
