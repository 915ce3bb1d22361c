import {
  boolYaml11Tag,
  defineScalarTag,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  nullYaml11Tag,
  Schema,
  seqTag,
  strTag,
} from 'js-yaml';

const integer = /^[-+]?(?:0x[0-9a-f]+|0b[01]+|0o?[0-7]+|0|[1-9][0-9]*)$/i;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:e[-+]?[0-9]+)?$/i;
const special: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((text) => [text, Infinity]),
  ),
  ...Object.fromEntries(['-.inf', '-.Inf', '-.INF'].map((text) => [text, -Infinity])),
  ...Object.fromEntries(['.nan', '.NaN', '.NAN'].map((text) => [text, Number.NaN])),
};

/** Digits that are still read exactly: turning many into a number takes longer than the square of them. */
const maxDigits = 100;

/** An integer in any base; a `bigint` where a number would round it. */
function integerIn(source: string): number | bigint | typeof NOT_RESOLVED {
  const text = source.replaceAll('_', '');
  if (text.length > maxDigits || !integer.test(text)) return NOT_RESOLVED;
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[-+]/, '').replace(/^0(?=[0-7])/, '0o');
  const value = Number(digits);
  return Number.isSafeInteger(value) ? sign * value : BigInt(sign) * BigInt(digits);
}

function floatIn(source: string): number | typeof NOT_RESOLVED {
  const known = special[source];
  if (known !== undefined) return known;
  const text = source.replaceAll('_', '');
  if (!float.test(text)) return NOT_RESOLVED;
  const value = Number(text);
  return Number.isFinite(value) ? value : NOT_RESOLVED;
}

const numberStarts = ['-', '+', '.', ...'0123456789'];

const intTag = defineScalarTag('tag:yaml.org,2002:int', {
  implicit: true,
  implicitFirstChars: numberStarts,
  resolve: integerIn,
  identify: () => false,
});

const floatTag = defineScalarTag('tag:yaml.org,2002:float', {
  implicit: true,
  implicitFirstChars: numberStarts,
  resolve: floatIn,
  identify: () => false,
});

/** A key that is nothing is empty, as it is to the tools that write JSON from YAML. */
const mapWithEmptyKey: typeof mapTag = {
  ...mapTag,
  addPair: (map, key, value) => mapTag.addPair(map, key ?? '', value),
  has: (map, key) => mapTag.has(map, key ?? ''),
};

/**
 * What plain scalars mean to kubectl: YAML 1.1 without numbers of base 60, times and other types that JSON
 * has no place for.
 *
 * @see https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/resolve.go
 */
export const kubectlSchema = new Schema([
  strTag,
  seqTag,
  mapWithEmptyKey,
  nullYaml11Tag,
  boolYaml11Tag,
  intTag,
  floatTag,
  mergeTag,
]);
