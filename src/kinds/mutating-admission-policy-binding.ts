import { defineKind } from './kind.ts';
import {
  PolicyBindingFields,
  paramRefCell,
  policyBindingFacts,
  policyReference,
} from './parts/admission-policy.ts';
import { ageCell, nameCell } from './parts/columns.ts';

export const mutatingAdmissionPolicyBinding = defineKind({
  group: 'admissionregistration.k8s.io',
  kind: 'MutatingAdmissionPolicyBinding',
  plural: 'mutatingadmissionpolicybindings',
  namespaced: false,
  category: 'extension',
  glyph: 'rolebinding',
  role: 'Says where a MutatingAdmissionPolicy changes objects, and with which parameters.',
  breaks: 'New objects where this binding applied the policy are stored without its changes.',
  schema: PolicyBindingFields,
  columns: {
    Name: nameCell,
    PolicyName: ({ spec }) => spec?.policyName ?? '',
    ParamRef: paramRefCell,
    Age: ageCell,
  },
  facts: policyBindingFacts,
  references: (binding) => policyReference(binding, 'MutatingAdmissionPolicy'),
});
