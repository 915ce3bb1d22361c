import { namespacePurpose } from '#catalogue/namespaces.ts';
import { part, quantities, text } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';
import { oncePerModel } from '#model/per-model.ts';
import { mentionedNames } from './mentions.ts';
import { isMade, isUsers } from './place.ts';
import type { Evidence, ProblemOf } from './problem.ts';
import { readersByApi } from './readers.ts';
import { unreadResources } from './unread.ts';

/** Secrets that the cluster or a tool looks up by their type. */
const lookedUp =
  /^(kubernetes\.io\/service-account-token|bootstrap\.kubernetes\.io\/token|helm\.sh\/)/;

const readSecret = part({ type: text });

/** Labels and annotations by which programs find ConfigMaps and Secrets that nobody names. */
const foundBy =
  /^(grafana_|argocd\.argoproj\.io\/secret-type|owner|sealedsecrets|reflector|kubed|config\.kubernetes\.io|cert-manager\.io\/|control-plane\.alpha\.kubernetes\.io\/leader|jenkins|prometheus|helm\.sh\/hook|k8s\.io\/cluster-autoscaler)/;

function isFound({ object }: Entry): boolean {
  const { labels = {}, annotations = {} } = object.metadata;
  return [...Object.keys(labels ?? {}), ...Object.keys(annotations ?? {})].some((key) =>
    foundBy.test(key),
  );
}

/** ConfigMaps that are written into every namespace. */
const everywhere = new Set(['kube-root-ca.crt', 'openshift-service-ca.crt', 'istio-ca-root-cert']);

function isCandidate(model: Model, entry: Entry): boolean {
  const { id, object } = entry;
  const { name, namespace } = object.metadata;
  // In the namespace of an add-on its own program reads what nobody names.
  if (namespace === undefined || !isUsers(entry) || isOfAddOn(namespace)) return false;
  if (isMade(model, entry) || isFound(entry) || everywhere.has(name)) return false;
  if (model.edgesTo(id).some(({ relation }) => relation !== 'about')) return false;
  return object.kind !== 'Secret' || !lookedUp.test(readSecret.read(object)?.type ?? '');
}

function isOfAddOn(namespace: string): boolean {
  return namespacePurpose(namespace)?.madeBy === 'add-on';
}

function kept(entry: Entry): readonly Evidence[] {
  const { id, object } = entry;
  return [{ type: 'field', object: id, path: 'metadata.name', value: object.metadata.name }];
}

/**
 * ConfigMaps and Secrets that nothing names: no field of any object, not even in the middle of a text,
 * and that no program of their namespace may list. Nothing unless all of the cluster was read.
 */
export function unusedConfig(model: Model): readonly ProblemOf<'unused-config'>[] {
  if (unreadResources(model).length > 0) return [];
  const candidates = [
    ...model.ofKind({ group: '', kind: 'ConfigMap' }),
    ...model.ofKind({ group: '', kind: 'Secret' }),
  ].filter((entry) => isCandidate(model, entry) && !readersByApi(model, entry));
  const mentioned = mentionedNames(model, candidates);
  return candidates
    .filter(({ id }) => !mentioned.has(id))
    .map((entry) => ({ code: 'unused-config', at: entry.id, evidence: kept(entry) }));
}

const readClaim = part({
  spec: part({ volumeName: text }),
  status: part({ phase: text, capacity: quantities }),
});

/** Claims whose volume no Pod and no template mounts. */
export function unusedClaims(model: Model): readonly ProblemOf<'unused-claim'>[] {
  if (unreadResources(model).length > 0) return [];
  return model
    .ofKind({ group: '', kind: 'PersistentVolumeClaim' })
    .filter((entry) => !isMade(model, entry) && !isMounted(model, entry))
    .flatMap((entry) => {
      const { status } = readClaim.read(entry.object) ?? {};
      if (status?.phase !== 'Bound') return [];
      const size = status.capacity?.storage ?? '';
      const path = 'status.capacity.storage';
      const evidence: readonly Evidence[] = [
        { type: 'field', object: entry.id, path, value: size },
      ];
      return [{ code: 'unused-claim' as const, at: entry.id, size, evidence }];
    });
}

/** By anything but the volume it is bound to, or by the template of a StatefulSet, at any size. */
function isMounted(model: Model, { id, object }: Entry): boolean {
  const isUse = model
    .edgesTo(id)
    .some(({ relation }) => relation !== 'bound' && relation !== 'about');
  return isUse || isOfStatefulSet(model, object.metadata.namespace ?? '', object.metadata.name);
}

/** Whether a claim is called `<template>-<StatefulSet>-<ordinal>` after a StatefulSet of its namespace. */
function isOfStatefulSet(model: Model, namespace: string, claim: string): boolean {
  const sets = setNames(model);
  const [, base = ''] = /^(.+)-\d+$/.exec(claim) ?? [];
  const words = base.split('-');
  return words.some((_, i) => i > 0 && sets.has(`${namespace}/${words.slice(i).join('-')}`));
}

const setNames = oncePerModel((model): ReadonlySet<string> => {
  const sets = model.ofKind({ group: 'apps', kind: 'StatefulSet' });
  return new Set(sets.map(({ object: { metadata } }) => `${metadata.namespace}/${metadata.name}`));
});
