import type { Explained } from './explained.ts';
import { departure, valueFor } from './flags/defaults.ts';
import { kubeProxySettings } from './settings/kube-proxy.ts';
import { kubeadmSettings } from './settings/kubeadm.ts';
import { kubeletSettings } from './settings/kubelet.ts';
import type { Setting, Settings } from './settings/setting.ts';

/** Settings files of clusters, by the ConfigMap they stand in. */
const files: Readonly<Record<string, Settings>> = {
  'kubeadm-config': kubeadmSettings,
  'kubelet-config': kubeletSettings,
  'kube-proxy': kubeProxySettings,
  // Amazon writes the same file under another name.
  'kube-proxy-config': kubeProxySettings,
};

/** Values by which a file leaves a setting to its default. */
const isUnset = (value: string) => /^(?:|"0?"|0s?|null|\{\}|\[\])$/.test(value);

/**
 * A YAML text line by line, with the notes for the settings of this ConfigMap. The path of a line comes
 * from its indentation, which suffices for the block style these files are written in.
 */
export function explainYaml(
  configMap: string,
  text: string,
  minor: number | undefined,
): Explained[] {
  const known = (Object.hasOwn(files, configMap) ? files[configMap] : undefined) ?? {};
  const open: { readonly indent: number; readonly key: string }[] = [];
  return text
    .replace(/\s+$/, '')
    .split('\n')
    .map((line): Explained => {
      const match = /^( *)([A-Za-z][\w.-]*):(.*)$/.exec(line);
      if (match === null) return { text: line };
      const [, spaces = '', key = '', value = ''] = match;
      while ((open.at(-1)?.indent ?? -1) >= spaces.length) open.pop();
      open.push({ indent: spaces.length, key });
      const path = open.map((part) => part.key).join('.');
      const setting = Object.hasOwn(known, path) ? known[path] : undefined;
      return explainLine(line, path, value.trim(), setting, minor);
    });
}

function explainLine(
  line: string,
  path: string,
  value: string,
  setting: Setting | undefined,
  minor: number | undefined,
): Explained {
  if (setting === undefined) return { text: line, note: undefined };
  const { meaning, standard, telling = false } = setting;
  const known = standard === undefined ? undefined : valueFor(standard, minor);
  const isDefault = isUnset(value) && value !== known;
  // A key with nothing behind it opens a block.
  const isBlock = value === '';
  const more = isDefault ? unsetWords(known, isBlock || telling) : departure(value, known);
  const note = more === undefined ? meaning : `${meaning} ${more}`;
  return isUnset(value) && !isBlock && !telling
    ? { text: line, note, unset: `${path}: ${value}` }
    : { text: line, note };
}

function unsetWords(standard: string | undefined, isSilent: boolean): string | undefined {
  if (standard === undefined || isSilent) return undefined;
  return standard === '' ? 'It is not set.' : `It is not set: the default is \`${standard}\`.`;
}
