import { defineKind } from './kind.ts';
import { paramKindCell, policyFacts, policySpec } from './parts/admission-policy.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { list, part, text } from './parts/schema.ts';

const patch = part({ expression: text });

export const mutatingAdmissionPolicy = defineKind({
  group: 'admissionregistration.k8s.io',
  kind: 'MutatingAdmissionPolicy',
  plural: 'mutatingadmissionpolicies',
  namespaced: false,
  category: 'extension',
  glyph: 'webhook',
  role: 'Changes that the API server itself makes to objects before it stores them, in place of a webhook. They happen where a binding says so.',
  breaks: 'Its bindings have nothing to apply, and new objects are stored without its changes.',
  schema: part({
    spec: part({
      ...policySpec,
      reinvocationPolicy: text,
      mutations: list(part({ patchType: text, applyConfiguration: patch, jsonPatch: patch })),
    }),
  }),
  columns: {
    Name: nameCell,
    Mutations: ({ spec }) => String(spec?.mutations.length ?? 0),
    ParamKind: paramKindCell,
    Age: ageCell,
  },
  facts: {
    Changes: ({ spec }) =>
      spec?.mutations.map(
        ({ patchType = '', applyConfiguration, jsonPatch }) =>
          `${patchType}: ${applyConfiguration?.expression ?? jsonPatch?.expression ?? ''}`,
      ),
    ...policyFacts,
    'Runs again after others': ({ spec }) =>
      spec?.reinvocationPolicy === 'IfNeeded' ? 'if they changed the object' : undefined,
  },
});
