import type { RuleId } from './rules.ts';
import {
  isAboutSecrets,
  keepers,
  namingWords,
  owners,
  plainKeys,
  type SecretWord,
  type Strength,
  secretWords,
  stores,
  valueWords,
} from './secret-words.ts';

/** Why a name marks its value as secret. */
export interface KeyWord {
  readonly rule: RuleId;
  readonly strength: Strength;
  /** The value may be the name of a Secret (`existingSecret`), or of a key in one (`passwordKey`). */
  readonly mayName?: 'secret' | 'key' | undefined;
  /** The name is a plural, so a mapping under it is one of secrets by name: `passwords: {admin: …}`. */
  readonly many?: boolean;
}

const longestName = 200;
const wordPattern = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

/** Why the value under this field, variable, flag or header name may be secret; `undefined` when nothing says so. */
export function secretKeyWord(name: string): KeyWord | undefined {
  if (name.startsWith('jws-kubeconfig-')) return { rule: 'jws', strength: 'secret' };
  const parts = partsOf(name);
  for (let i = parts.length - 1; i >= 0; i--) {
    const word = wordAt(parts, i);
    if (word !== undefined) return judged(word, parts, i, name.startsWith('-'));
  }
  return undefined;
}

function partsOf(name: string): readonly string[] {
  const local = name.slice(Math.max(name.lastIndexOf('/') + 1, name.length - longestName));
  return (local.match(wordPattern) ?? []).map((part) => part.toLowerCase());
}

function wordAt(parts: readonly string[], i: number): SecretWord | undefined {
  const part = parts[i] ?? '';
  const before = parts.slice(Math.max(i - 2, 0), i).join(' ');
  return secretWords.find(
    (each) => each.word.test(part) && (each.before === undefined || each.before.test(before)),
  );
}

function judged(
  { rule, strength }: SecretWord,
  parts: readonly string[],
  i: number,
  isFlag: boolean,
): KeyWord | undefined {
  const after = parts.slice(i + 1);
  const last = after.at(-1);
  if (isPublic(parts, i)) return undefined;
  if (strength === 'weak' || strength === 'random') {
    return after.every((part) => valueWords.has(part)) ? { rule, strength } : undefined;
  }
  const isOwner = strength === 'password' && owners.has(last ?? '');
  if (last !== undefined && !isOwner && isAboutSecrets(last)) {
    return { rule, strength: strengthBefore(last, strength) };
  }
  const many = last === undefined && (manySecrets.test(parts[i] ?? '') || rule === 'credentials');
  return { rule, strength, mayName: nameable(parts, i, isFlag), many };
}

function strengthBefore(last: string, strength: Strength): Strength {
  if (!/^(?:secret|password)$/.test(strength)) return 'random';
  if (keepers.has(last)) return 'owned';
  return stores.has(last) ? 'stored' : 'random';
}

const manySecrets = /(?:words|phrases|secrets|tokens|keys)$/;

function isPublic(parts: readonly string[], i: number): boolean {
  // etcd's --initial-cluster-token is a name that every member of a new cluster shares, and its documentation prints it.
  if (
    parts
      .slice(0, i + 1)
      .join(' ')
      .endsWith('initial cluster token')
  )
    return true;
  // kubeadm's --discovery-token-ca-cert-hash is the hash of a public certificate.
  if (
    parts
      .slice(i + 1)
      .join(' ')
      .startsWith('ca cert')
  )
    return true;
  return /^keys?$/.test(parts[i] ?? '') && plainKeys.has(parts[i - 1] ?? '');
}

function nameable(parts: readonly string[], i: number, isFlag: boolean): KeyWord['mayName'] {
  // `passwordKey`, `passwordSecretKey`: which key of a Secret holds the password.
  const isKeyOfSecret =
    /^keys?$/.test(parts[i] ?? '') && /password|token|cred/.test(parts[i - 2] ?? '');
  if (isKeyOfSecret || /^keys?$/.test(parts[i + 1] ?? '')) return 'key';
  if (parts.includes('existing')) return 'secret';
  // `--secrets=a,b` of installers and operators lists names; nobody passes secrets by the dozen on a command line.
  if (isFlag && parts[i] === 'secrets') return 'secret';
  const isSecret = /^secrets?$/.test(parts[i] ?? '');
  return isSecret && namingWords.has(parts[i - 1] ?? '') ? 'secret' : undefined;
}

const valueKeys =
  /^(?:value|default|data|list|plain|plainText|plaintext|string|content|inline|literal|example)$/;

/** Whether the value under `key`, inside a mapping under a secret-looking name, is what that name speaks of. */
export function passesOn(word: KeyWord, key: string): boolean {
  return valueKeys.test(key) || (word.many === true && key !== '' && !isAboutSecret(key));
}

// `credentials: {provider: aws, accessKey: …}`: the provider is no secret.
function isAboutSecret(name: string): boolean {
  const last = partsOf(name).at(-1) ?? '';
  return isAboutSecrets(last) || /^keys?$/.test(last);
}
