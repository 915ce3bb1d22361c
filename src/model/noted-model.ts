import { groupKindKey } from '#snapshot/object-id.ts';
import type { Model } from './model.ts';
import { noteRead } from './reads.ts';

/** The same model, which notes what is asked of it (`reads.ts`). */
export function notedModel(model: Model): Model {
  const { snapshot } = model;
  const all = () => noteRead(noted, 'all', '');
  const noted: Model = {
    // What the manifest says is not noted: it is small, and whoever compares reads compares all of it.
    snapshot: {
      manifest: snapshot.manifest,
      get lists() {
        all();
        return snapshot.lists;
      },
    },
    context: model.context,
    get entries() {
      all();
      return model.entries;
    },
    get(id) {
      noteRead(noted, 'get', id);
      return model.get(id);
    },
    ofKind(kind) {
      noteRead(noted, 'ofKind', groupKindKey(kind));
      return model.ofKind(kind);
    },
    inNamespace(namespace) {
      noteRead(noted, 'inNamespace', namespace);
      return model.inNamespace(namespace);
    },
    get namespaces() {
      noteRead(noted, 'namespaces', '');
      return model.namespaces;
    },
    edgesFrom(id) {
      noteRead(noted, 'edgesFrom', id);
      return model.edgesFrom(id);
    },
    edgesTo(id) {
      noteRead(noted, 'edgesTo', id);
      return model.edgesTo(id);
    },
    danglingFrom(id) {
      noteRead(noted, 'danglingFrom', id);
      return model.danglingFrom(id);
    },
    get dangling() {
      all();
      return model.dangling;
    },
    ownerChain(id) {
      noteRead(noted, 'ownerChain', id);
      return model.ownerChain(id);
    },
    owned(id) {
      noteRead(noted, 'owned', id);
      return model.owned(id);
    },
    home(id) {
      noteRead(noted, 'home', id);
      return model.home(id);
    },
    // Both say what the manifest says.
    resourceOf: model.resourceOf,
    holdsAll: model.holdsAll,
  };
  return noted;
}
