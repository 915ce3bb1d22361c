import type { Component } from '#catalogue/components/component.ts';
import { imagePath } from '#catalogue/image.ts';
import { type Infer, list, part, readObject, text } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import type { Running } from '#views/chapters/cluster.ts';
import { configText } from '#views/chapters/read.ts';

const container = part({
  name: text,
  image: text,
  command: list(text),
  args: list(text),
  env: list(part({ name: text, value: text })),
});
const podSpec = part({ containers: list(container), initContainers: list(container) });
const runs = part({
  spec: part({ ...{ containers: list(container) }, template: part({ spec: podSpec }) }),
});

/** A container as its Pod, or the template of its Pods, writes it. */
export type ContainerWords = Infer<typeof container>;

/** The containers of what runs; those of its first Pod, else of its template. */
export function containersOf({ root, pods }: Running): readonly ContainerWords[] {
  const { spec } = readObject(runs, (pods[0] ?? root).object);
  return spec?.containers?.length ? spec.containers : (spec?.template?.spec?.containers ?? []);
}

/** The container that is the component itself, and no helper beside it. */
export function mainContainerOf(
  running: Running,
  { id, image }: Component,
): ContainerWords | undefined {
  const containers = containersOf(running);
  return (
    containers.find((one) => image?.test(imagePath(one.image ?? '')) === true) ??
    containers.find(({ name }) => name === id) ??
    containers[0]
  );
}

/** Words of all command lines, one a word. */
export function commandWords(running: Running): readonly string[] {
  return containersOf(running).flatMap(({ command, args }) => [...command, ...args]);
}

/** Objects of a kind of the core group that the Pods mount or read into their environment. */
export function mountedBy(
  model: Model,
  { root, pods }: Running,
  kind: 'ConfigMap' | 'Secret',
): readonly Entry[] {
  const readers = [root, ...pods.slice(0, 1)];
  const targets = readers.flatMap(({ id }) =>
    model
      .edgesFrom(id)
      .filter(({ relation }) => relation === 'mounts' || relation === 'env')
      .map(({ to }) => to),
  );
  return [...new Set(targets)]
    .flatMap((id) => model.get(id) ?? [])
    .filter(({ object }) => object.kind === kind && object.apiVersion === 'v1');
}

/** Text in which what runs may name others: its words, its environment and the ConfigMaps it mounts. */
export function textsOf(
  model: Model,
  running: Running,
): readonly { readonly words: string; readonly in: Entry | undefined }[] {
  const env = containersOf(running).flatMap(({ env }) => env.map(({ value = '' }) => value));
  const own = [...commandWords(running), ...env].join('\n');
  const mounted = mountedBy(model, running, 'ConfigMap').map((entry) => ({
    words: [...configText(entry).values()].join('\n'),
    in: entry,
  }));
  return [{ words: own, in: undefined }, ...mounted];
}
