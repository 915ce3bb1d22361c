import { defineKind } from './kind.ts';
import { paramKindCell, policyFacts, policySpec } from './parts/admission-policy.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { list, part, text } from './parts/schema.ts';

export const validatingAdmissionPolicy = defineKind({
  group: 'admissionregistration.k8s.io',
  kind: 'ValidatingAdmissionPolicy',
  plural: 'validatingadmissionpolicies',
  namespaced: false,
  category: 'extension',
  glyph: 'webhook',
  role: 'Rules that the API server itself checks on requests, in place of a webhook. They hold where a binding says so.',
  breaks: 'Its bindings have nothing to check, and requests it refused until now get in.',
  schema: part({
    spec: part({
      ...policySpec,
      validations: list(part({ expression: text, message: text })),
    }),
    status: part({
      typeChecking: part({
        expressionWarnings: list(part({ fieldRef: text, warning: text })),
      }),
    }),
  }),
  columns: {
    Name: nameCell,
    Validations: ({ spec }) => String(spec?.validations.length ?? 0),
    ParamKind: paramKindCell,
    Age: ageCell,
  },
  facts: {
    Requires: ({ spec }) =>
      spec?.validations.map(({ expression = '', message }) =>
        message === undefined ? expression : `${message}: ${expression}`,
      ),
    ...policyFacts,
    'Type check': ({ status }) =>
      status?.typeChecking?.expressionWarnings.map(
        ({ fieldRef = '', warning = '' }) => `${fieldRef}: ${warning}`,
      ),
  },
  health: ({ status }) =>
    status?.typeChecking?.expressionWarnings.length
      ? { state: 'warn', word: 'Type warnings' }
      : undefined,
});
