import { imageTag } from '#catalogue/image.ts';
import type { Model } from '#model/model.ts';
import type { Evidence, ProblemOf } from './problem.ts';
import { type Template, templatesOf } from './templates.ts';

// A manifest that somebody forgot to fill in has `${IMAGE}`, which is no image.
const reference = /^[\w][\w./:@-]*$/;

/** An image that may be another one tomorrow: no digest, and the tag `latest` or none. */
function floats(image: string): boolean {
  return (
    reference.test(image) && !image.includes('@') && (imageTag(image) ?? 'latest') === 'latest'
  );
}

function floatingIn({ entry, at, spec }: Template) {
  const fields = [
    ['initContainers', spec.initContainers],
    ['containers', spec.containers],
  ] as const;
  return fields.flatMap(([field, containers]) =>
    containers.flatMap(({ name = '', image = '' }) => {
      if (!floats(image)) return [];
      const path = `${at}.${field}[name=${name}].image`;
      const evidence: Evidence = { type: 'field', object: entry.id, path, value: image };
      return [{ name, image, evidence }];
    }),
  );
}

/** Containers whose image is tagged `latest`, or not at all, once for each template. */
export function floatingImages(model: Model): readonly ProblemOf<'latest-tag'>[] {
  return templatesOf(model).flatMap((template) => {
    const found = floatingIn(template);
    if (found.length === 0) return [];
    return [
      {
        code: 'latest-tag' as const,
        at: template.place.id,
        copies: template.copies,
        containers: found.map(({ name }) => name),
        images: [...new Set(found.map(({ image }) => image))],
        evidence: found.map(({ evidence }) => evidence),
      },
    ];
  });
}
