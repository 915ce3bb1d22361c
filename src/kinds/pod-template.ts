import { defineKind } from './kind.ts';
import { containerImages, containerNames, nameCell } from './parts/columns.ts';
import { formatLabels } from './parts/label-selector.ts';
import { podFacts } from './parts/pod-facts.ts';
import { templateReferences } from './parts/pod-references.ts';
import { PodTemplate } from './parts/pod-template.ts';
import { type Infer, part } from './parts/schema.ts';

const schema = part({ template: PodTemplate });
type Shape = Infer<typeof schema>;

export const podTemplate = defineKind({
  group: '',
  kind: 'PodTemplate',
  plural: 'podtemplates',
  namespaced: true,
  category: 'workload',
  glyph: 'pod',
  role: 'A pod recipe stored by itself; no built-in controller starts pods from it.',
  breaks: 'Nothing that runs; a program that reads the recipe can no longer find it.',
  schema,
  columns: {
    Name: nameCell,
    Containers: ({ template }) => containerNames(template),
    Images: ({ template }) => containerImages(template),
    'Pod Labels': ({ template }) => formatLabels(template?.metadata?.labels),
  },
  facts: podFacts<Shape>(({ template }) => template?.spec),
  references: ({ metadata: { namespace }, template }) =>
    templateReferences(template, { at: 'template', namespace }),
});
