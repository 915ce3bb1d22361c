import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { decodeBase64 } from './base64.ts';
import { redactor } from './redact.ts';

const samples = new URL('../../../shared/samples/', import.meta.url);
const clusters = existsSync(samples)
  ? readdirSync(samples).filter((name) => existsSync(new URL(`${name}/raw/`, samples)))
  : [];

interface List {
  readonly apiVersion: string;
  readonly kind: string;
  readonly items: readonly KubeObject[];
}

function objectsOf(cluster: string): readonly KubeObject[] {
  const folder = new URL(`${cluster}/raw/`, samples);
  return readdirSync(folder)
    .filter((file) => file !== 'index.json')
    .flatMap((file) => {
      const list = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as List;
      // Items of built-in kinds carry no kind in a list.
      const type = { apiVersion: list.apiVersion, kind: list.kind.replace(/List$/, '') };
      return list.items.map((item) => ({ ...type, ...item }));
    });
}

const eachCluster = test
  .skipIf(clusters.length === 0)
  .each(clusters.length === 0 ? ['samples not found in ../shared/samples'] : clusters);

eachCluster('%s: no value of a Secret survives, plain or in base64', (cluster) => {
  const objects = objectsOf(cluster);
  const { redact } = redactor();
  const redacted = JSON.stringify(objects.map(redact));
  const values = objects
    .filter(({ kind }) => kind === 'Secret')
    .flatMap(({ data }) => Object.values((data ?? {}) as Record<string, string>))
    .flatMap((value) => [value, decodeBase64(value) ?? value])
    // A user name or a switch occurs elsewhere, too.
    .filter((value) => value.length > 12 && !/^(?:https?:|system:)/.test(value));
  expect(values.length).toBeGreaterThan(0);
  expect(values.filter((value) => redacted.includes(value))).toEqual([]);
  expect(redacted).not.toContain(['canary', 'secret'].join('-'));
});

eachCluster(
  '%s: besides Secrets, only the signature of cluster-info and requests for certificates go',
  (cluster) => {
    const { redact, counts } = redactor();
    const changed = objectsOf(cluster).filter((object) => redact(object) !== object);
    const others = changed.filter(({ kind }) => kind !== 'Secret');
    expect(
      others.filter(
        ({ kind, metadata }) => metadata.name !== 'cluster-info' && kind !== 'CertificateRequest',
      ),
    ).toEqual([]);
    const rules = Object.keys(counts());
    expect(rules.filter((rule) => !['jws', 'certificate-request'].includes(rule))).toEqual([
      'secret-data',
    ]);
  },
);

eachCluster('%s: redacting twice changes nothing', (cluster) => {
  const { redact } = redactor();
  const once = objectsOf(cluster).map(redact);
  expect(once.filter((object) => redact(object) !== object)).toEqual([]);
});

const walkthrough = [
  'ConfigMap/kube-system/coredns',
  'ConfigMap/kube-system/kubeadm-config',
  'ConfigMap/kube-system/kube-proxy',
  'ConfigMap/kube-system/kubelet-config',
  'ConfigMap/kube-system/extension-apiserver-authentication',
  'Pod/kube-system/kube-apiserver-docker-desktop',
  'Pod/kube-system/kube-controller-manager-docker-desktop',
  'Pod/kube-system/etcd-docker-desktop',
];

test.skipIf(!clusters.includes('docker-desktop'))('the walkthrough keeps its material', () => {
  const { redact } = redactor();
  const material = objectsOf('docker-desktop').filter(({ kind, metadata }) =>
    walkthrough.includes(`${kind}/${metadata.namespace}/${metadata.name}`),
  );
  expect(material.length).toBeGreaterThan(walkthrough.length - 2);
  expect(material.filter((object) => redact(object) !== object)).toEqual([]);
});
