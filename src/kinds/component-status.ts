import { defineKind, type Read } from './kind.ts';
import { nameCell } from './parts/columns.ts';
import { findCondition } from './parts/condition.ts';
import { type Infer, list, part, text } from './parts/schema.ts';

const ComponentFields = part({
  conditions: list(part({ type: text, status: text, message: text, error: text })),
});
type ComponentFields = Read<Infer<typeof ComponentFields>>;

export const componentStatus = defineKind({
  group: '',
  kind: 'ComponentStatus',
  plural: 'componentstatuses',
  shortNames: ['cs'],
  namespaced: false,
  category: 'machine',
  glyph: 'controllers',
  role: 'An old health check, deprecated since 1.19: the API server asks ports of its own machine each time it is read.',
  schema: ComponentFields,
  columns: {
    Name: nameCell,
    Status: statusOf,
    Message: (component) => healthy(component)?.message ?? '',
    Error: (component) => healthy(component)?.error ?? '',
  },
  facts: {
    'What it proves': () =>
      'little: a scheduler or controller manager on another machine, or one that wants TLS, shows as Unhealthy',
  },
  health: (component) => {
    const word = statusOf(component);
    return { state: word === 'Healthy' ? 'ok' : 'unknown', word };
  },
});

function healthy({ conditions }: ComponentFields) {
  return findCondition(conditions, 'Healthy');
}

function statusOf(component: ComponentFields): string {
  const condition = healthy(component);
  if (condition === undefined) return 'Unknown';
  return condition.status === 'True' ? 'Healthy' : 'Unhealthy';
}
