import { code, type Prose, text } from '#views/chapters/prose.ts';
import {
  columnOf,
  linkTo,
  namedAll,
  type Says,
  say,
  type Telling,
  usedBy,
  uses,
} from '#views/telling.ts';
import { count } from '#views/words.ts';

function claim(telling: Telling): readonly Prose[] | undefined {
  const { model, entry } = telling;
  const facts = entry.kind.facts(entry.object, model.context);
  const asked = facts.find(({ label }) => label === 'Requests')?.value;
  const size = columnOf(telling, 'CAPACITY') || (typeof asked === 'string' ? asked : '');
  const storageClass = columnOf(telling, 'STORAGECLASS');
  const users = usedBy(telling, 'claims', 'mounts');
  if (size === '') return undefined;
  const of = storageClass === '' ? [] : say` of class ${code(storageClass)}`;
  const whose =
    users.length === 0 ? say`; no Pod here uses it` : say` for ${namedAll(telling, users)}`;
  return say`${size}${of}${whose}.`;
}

function volume(telling: Telling): readonly Prose[] | undefined {
  const size = columnOf(telling, 'CAPACITY');
  const claims = uses(telling, 'bound');
  if (size === '') return undefined;
  return claims.length === 0
    ? say`${size}, ${columnOf(telling, 'STATUS').toLowerCase()}.`
    : say`${size} for ${namedAll(telling, claims)}.`;
}

function storageClass(telling: Telling): readonly Prose[] | undefined {
  const provisioner = columnOf(telling, 'PROVISIONER');
  const isDefault = columnOf(telling, 'NAME').endsWith('(default)');
  const claims = usedBy(telling, 'class').filter(
    ({ object }) => object.kind === 'PersistentVolumeClaim',
  );
  if (provisioner === '') return undefined;
  const ask =
    claims.length === 0
      ? 'no claim asks for it'
      : `${count(claims.length, 'claim asks', 'claims ask')} for it`;
  const also = isDefault ? '. Claims that name no class get this one' : '';
  return say`Volumes are made by ${code(provisioner)}; ${ask}${also}.`;
}

function attachment(telling: Telling): readonly Prose[] | undefined {
  const [volumes, nodes] = [uses(telling, 'attaches'), uses(telling, 'attachesTo')];
  const [first] = volumes;
  if (first === undefined || nodes.length === 0) return undefined;
  const verb = columnOf(telling, 'ATTACHED') === 'true' ? 'is attached to' : 'is to be attached to';
  const name = [text('PersistentVolume '), linkTo(telling, first.id)];
  return say`${name} ${verb} ${namedAll(telling, nodes)}.`;
}

/** See {@link Says}, by kind. */
export const storageLeads: Readonly<Record<string, Says>> = {
  PersistentVolumeClaim: claim,
  PersistentVolume: volume,
  StorageClass: storageClass,
  VolumeAttachment: attachment,
};
