import { defineKind } from './kind.ts';
import {
  PolicyBindingFields,
  paramRefCell,
  policyBindingFacts,
  policyReference,
} from './parts/admission-policy.ts';
import { ageCell, nameCell } from './parts/columns.ts';

export const validatingAdmissionPolicyBinding = defineKind({
  group: 'admissionregistration.k8s.io',
  kind: 'ValidatingAdmissionPolicyBinding',
  plural: 'validatingadmissionpolicybindings',
  namespaced: false,
  category: 'extension',
  glyph: 'rolebinding',
  role: 'Says where a ValidatingAdmissionPolicy holds, with which parameters, and whether a breach is refused, warned about or logged.',
  breaks: 'The policy no longer holds where this binding applied it.',
  schema: PolicyBindingFields,
  columns: {
    Name: nameCell,
    PolicyName: ({ spec }) => spec?.policyName ?? '',
    ParamRef: paramRefCell,
    Age: ageCell,
  },
  facts: { 'On a breach': ({ spec }) => spec?.validationActions, ...policyBindingFacts },
  references: (binding) => policyReference(binding, 'ValidatingAdmissionPolicy'),
});
