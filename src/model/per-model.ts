import type { Model } from './model.ts';
import { noteRead, unnoted } from './reads.ts';

/**
 * Works something out once a model. Where reads are noted, who asks for it has read the whole model; what pages
 * ask for part by part is a {@link question}.
 */
export function oncePerModel<Value>(make: (model: Model) => Value): (model: Model) => Value {
  const known = new WeakMap<Model, { readonly value: Value }>();
  return (model) => {
    noteRead(model, 'all', '');
    const found = known.get(model) ?? { value: unnoted(() => make(model)) };
    known.set(model, found);
    return found.value;
  };
}

const questions = new Map<string, (model: Model, of: never) => unknown>();

/**
 * A question to a model. Where reads are noted, who asks it has read no more than the answer, whatever it takes
 * to find it.
 *
 * @param name - Of this question alone, without a space.
 * @param ask - Finds the answer: plain data, entries, lists and sets of these.
 */
export function question<Of extends string, Value>(
  name: string,
  ask: (model: Model, of: Of) => Value,
): (model: Model, of: Of) => Value {
  questions.set(name, ask);
  return (model, of) => {
    noteRead(model, name, of);
    return unnoted(() => ask(model, of));
  };
}

/** The answer to a question by its name. */
export function answerTo(name: string, model: Model, of: string): unknown {
  const ask = questions.get(name);
  if (ask === undefined) throw new Error(`There is no question "${name}".`);
  return unnoted(() => ask(model, of as never));
}
