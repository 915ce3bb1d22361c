import { groupOf, type KubeObject } from '#snapshot/kube-object.ts';
import { isBuiltin } from '../cluster.ts';

/** Words for the places of a template. */
export type Filling = Readonly<Record<string, string>>;

/** JSON of one item of a list, with places to fill. */
export type Template = (filling: Filling) => string;

/**
 * A template of an object: `«app»` in any of its names is a place. The places `own` and `serial` are made
 * of its uids, `own` of the object's and `serial` of its owners', `version` of its resource version.
 */
export function templateOf(object: KubeObject): Template {
  const { apiVersion, kind, ...rest } = object;
  const builtin = isBuiltin({ group: groupOf(apiVersion), kind });
  const text = JSON.stringify(builtin ? rest : object)
    .replaceAll(/("uid":"[0-9a-f-]{24})[0-9a-f]{12}"/g, '$1«serial»"')
    .replace(/("metadata":\{.*?"uid":"[0-9a-f-]{24})«serial»"/, '$1«own»"')
    .replace(/"resourceVersion":"\d+"/, '"resourceVersion":"«version»"');
  const parts = text.split(/«(\w+)»/);
  return (filling) =>
    parts.map((part, at) => (at % 2 === 1 ? (filling[part] ?? `«${part}»`) : part)).join('');
}

// What Kubernetes ends the names of Pods with, in the order of their bytes.
const alphabet = '2456789bcdfghjklmnpqrstvwxz';

/** How many different suffixes there are. */
export const suffixes = alphabet.length ** 5;

/** Five letters like those of a Pod's name; of two numbers the smaller one's sort first. */
export function suffix(at: number): string {
  let rest = at;
  let letters = '';
  for (let place = 0; place < 5; place++) {
    letters = (alphabet[rest % alphabet.length] ?? '') + letters;
    rest = Math.floor(rest / alphabet.length);
  }
  return letters;
}
