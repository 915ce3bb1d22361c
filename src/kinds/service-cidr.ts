import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { conditionLine, conditions, findCondition } from './parts/condition.ts';
import { list, part, text } from './parts/schema.ts';

export const serviceCidr = defineKind({
  group: 'networking.k8s.io',
  kind: 'ServiceCIDR',
  plural: 'servicecidrs',
  namespaced: false,
  category: 'network',
  glyph: 'service',
  role: 'A range of addresses from which Services get their cluster IPs.',
  breaks:
    'New Services get no address from the range; it goes only when no Service uses it any more.',
  schema: part({
    spec: part({ cidrs: list(text) }),
    status: part({ conditions }),
  }),
  columns: {
    Name: nameCell,
    CIDRs: ({ spec }) => spec?.cidrs.join(',') ?? '',
    Age: ageCell,
  },
  facts: {
    Ranges: ({ spec }) => spec?.cidrs,
    Conditions: ({ status }) => status?.conditions.map(conditionLine),
  },
  health: ({ status }) => {
    const ready = findCondition(status?.conditions, 'Ready');
    if (ready === undefined) return undefined;
    if (ready.status === 'True') return { state: 'ok', word: 'Ready' };
    return { state: 'warn', word: ready.reason || 'Not ready' };
  },
});
