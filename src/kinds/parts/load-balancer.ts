import { compareCodePoints } from '#snapshot/json.ts';
import { type Infer, list, part, text } from './schema.ts';

/** `status.loadBalancer` of a Service or an Ingress. */
export const loadBalancer = part({ ingress: list(part({ ip: text, hostname: text })) });

/** Addresses that a load balancer was given, each once, sorted as kubectl does. */
export function loadBalancerAddresses(
  status: Infer<typeof loadBalancer> | undefined,
): readonly string[] {
  const addresses = (status?.ingress ?? []).flatMap(({ ip, hostname }) => ip || hostname || []);
  return [...new Set(addresses)].sort(compareCodePoints);
}
