import { expect, test } from 'vitest';
import type { Reference } from '#kinds/reference.ts';
import { podReferences, templateReferences } from './pod-references.ts';
import { LinkedPodSpec } from './pod-template.ts';
import { readObject } from './schema.ts';

const template = { at: 'spec.template', namespace: 'shop' };
const site = { at: 'spec.template.spec', namespace: 'shop' };

const podSpec = (written: object) => readObject(LinkedPodSpec, written);

/** One line an edge: relation, target, path behind the pod spec's, detail, and whether it may be missing. */
function lines(references: readonly Reference[]): readonly string[] {
  return references.map(({ relation, to, path, detail, optional }) => {
    const name = to.by === 'name' ? to.name : '?';
    const target = [to.kind, to.namespace, name].filter(Boolean).join('/');
    const below = path.replace(`${site.at}.`, '');
    return `${relation} ${target} @ ${below}${detail ? ` (${detail})` : ''}${optional ? ' optional' : ''}`;
  });
}

const rich = {
  initContainers: [
    { name: 'migrate', envFrom: [{ configMapRef: { name: 'api-config' } }] },
    {
      name: 'tunnel',
      restartPolicy: 'Always',
      volumeMounts: [{ name: 'tls', mountPath: '/tls/' }],
    },
  ],
  containers: [
    {
      name: 'api',
      env: [
        { name: 'PLAIN', value: 'text' },
        { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
        {
          name: 'THEME',
          valueFrom: { configMapKeyRef: { name: 'ui', key: 'THEME', optional: true } },
        },
        { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
      ],
      envFrom: [
        { prefix: 'X_', secretRef: { name: 'extra', optional: true } },
        { configMapRef: { name: 'api-config' } },
      ],
      volumeMounts: [
        { name: 'config', mountPath: '/etc/api' },
        { name: 'nginx', mountPath: '/etc/nginx/nginx.conf', subPath: 'nginx.conf' },
        { name: 'data', mountPath: '/data', subPath: 'api' },
        { name: 'token', mountPath: '/var/run/token' },
      ],
      volumeDevices: [{ name: 'raw', devicePath: '/dev/xvda' }],
    },
  ],
  ephemeralContainers: [
    {
      name: 'debug',
      env: [{ name: 'K', valueFrom: { configMapKeyRef: { name: 'dbg', key: 'k' } } }],
    },
  ],
  volumes: [
    { name: 'config', configMap: { name: 'api-files', items: [{ key: 'a', path: 'api.yaml' }] } },
    { name: 'nginx', configMap: { name: 'nginx', optional: true } },
    { name: 'tls', secret: { secretName: 'api-tls' } },
    { name: 'data', persistentVolumeClaim: { claimName: 'api-data' } },
    { name: 'raw', persistentVolumeClaim: { claimName: 'api-raw' } },
    {
      name: 'scratch',
      ephemeral: { volumeClaimTemplate: { spec: { storageClassName: 'fast' } } },
    },
    {
      name: 'token',
      projected: {
        sources: [
          { serviceAccountToken: { path: 'vault', audience: 'vault' } },
          { configMap: { name: 'ca', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
          { secret: { name: 'more', optional: true } },
          { downwardAPI: { items: [] } },
          { clusterTrustBundle: { name: 'roots', path: 'roots.pem' } },
        ],
      },
    },
    { name: 'vault', csi: { driver: 'csi.vault', nodePublishSecretRef: { name: 'vault-login' } } },
    { name: 'share', azureFile: { secretName: 'azure' } },
    { name: 'ceph', rbd: { secretRef: { name: 'ceph-key' } } },
    { name: 'gluster', glusterfs: { endpoints: 'gluster' } },
    { name: 'logs', hostPath: { path: '/var/log' } },
    { name: 'tmp', emptyDir: {} },
  ],
  serviceAccountName: 'api',
  imagePullSecrets: [{ name: 'regcred' }],
  nodeName: 'worker-1',
  priorityClassName: 'high',
  runtimeClassName: 'gvisor',
  subdomain: 'api-headless',
  resourceClaims: [
    { name: 'gpu', resourceClaimTemplateName: 'gpus' },
    { name: 'nic', resourceClaimName: 'nic-0' },
  ],
};

test('a rich pod spec writes all its edges, each with its field', () => {
  expect(lines(podReferences(podSpec(rich), site))).toEqual([
    'env ConfigMap/shop/api-config @ initContainers[name=migrate].envFrom[0].configMapRef.name (every key)',
    'env Secret/shop/db @ containers[name=api].env[name=PASSWORD].valueFrom.secretKeyRef.name (PASSWORD from key password)',
    'env ConfigMap/shop/ui @ containers[name=api].env[name=THEME].valueFrom.configMapKeyRef.name (THEME) optional',
    'env Secret/shop/extra @ containers[name=api].envFrom[0].secretRef.name (every key, prefixed X_) optional',
    'env ConfigMap/shop/api-config @ containers[name=api].envFrom[1].configMapRef.name (every key)',
    'env ConfigMap/shop/dbg @ ephemeralContainers[name=debug].env[name=K].valueFrom.configMapKeyRef.name (K from key k)',
    'mounts ConfigMap/shop/api-files @ volumes[name=config].configMap.name (file /etc/api/api.yaml)',
    'mounts ConfigMap/shop/nginx @ volumes[name=nginx].configMap.name (file /etc/nginx/nginx.conf) optional',
    'mounts Secret/shop/api-tls @ volumes[name=tls].secret.secretName (at /tls/)',
    'claims PersistentVolumeClaim/shop/api-data @ volumes[name=data].persistentVolumeClaim.claimName (at /data)',
    'claims PersistentVolumeClaim/shop/api-raw @ volumes[name=raw].persistentVolumeClaim.claimName (device /dev/xvda)',
    'class StorageClass/fast @ volumes[name=scratch].ephemeral.volumeClaimTemplate.spec.storageClassName (mounted by no container)',
    'token ServiceAccount/shop/api @ volumes[name=token].projected.sources[0].serviceAccountToken (file /var/run/token/vault)',
    'mounts ConfigMap/shop/ca @ volumes[name=token].projected.sources[1].configMap.name (file /var/run/token/ca.crt)',
    'mounts Secret/shop/more @ volumes[name=token].projected.sources[2].secret.name (at /var/run/token) optional',
    'mounts ClusterTrustBundle/roots @ volumes[name=token].projected.sources[4].clusterTrustBundle.name (file /var/run/token/roots.pem)',
    'provisioner CSIDriver/csi.vault @ volumes[name=vault].csi.driver (mounted by no container)',
    'credentials Secret/shop/vault-login @ volumes[name=vault].csi.nodePublishSecretRef.name (volume vault)',
    'credentials Secret/shop/azure @ volumes[name=share].azureFile.secretName (volume share)',
    'credentials Secret/shop/ceph-key @ volumes[name=ceph].rbd.secretRef.name (volume ceph)',
    'calls Endpoints/shop/gluster @ volumes[name=gluster].glusterfs.endpoints (mounted by no container)',
    'identity ServiceAccount/shop/api @ serviceAccountName',
    'pulls Secret/shop/regcred @ imagePullSecrets[name=regcred].name',
    'node Node/worker-1 @ nodeName',
    'priority PriorityClass/high @ priorityClassName',
    'runtime RuntimeClass/gvisor @ runtimeClassName',
    'governs Service/shop/api-headless @ subdomain (its DNS name)',
    'allocation ResourceClaimTemplate/shop/gpus @ resourceClaims[name=gpu].resourceClaimTemplateName',
    'allocation ResourceClaim/shop/nic-0 @ resourceClaims[name=nic].resourceClaimName',
  ]);
});

test('targets carry the group of their kind', () => {
  const spec = podSpec({ priorityClassName: 'high' });
  expect(podReferences(spec, site)).toEqual([
    {
      relation: 'priority',
      path: 'spec.template.spec.priorityClassName',
      to: { by: 'name', group: 'scheduling.k8s.io', kind: 'PriorityClass', name: 'high' },
    },
  ]);
});

test('a template that names no ServiceAccount gets the one called default', () => {
  expect(lines(templateReferences({ spec: podSpec({}) }, template))).toEqual([
    'identity ServiceAccount/shop/default @ serviceAccountName (by default)',
  ]);
  // The mirror Pod of a static pod has none.
  expect(podReferences(podSpec({}), site)).toEqual([]);
  expect(lines(templateReferences({ spec: podSpec({ serviceAccount: 'old' }) }, template))).toEqual(
    ['identity ServiceAccount/shop/old @ serviceAccountName'],
  );
});

test('a volume of many keys, or mounted in several places, tells its folders', () => {
  const spec = podSpec({
    containers: [
      { name: 'a', volumeMounts: [{ name: 'v', mountPath: '/a' }] },
      { name: 'b', volumeMounts: [{ name: 'v', mountPath: '/b' }] },
    ],
    volumes: [
      {
        name: 'v',
        secret: { secretName: 's', items: ['1', '2', '3', '4'].map((path) => ({ path })) },
      },
    ],
  });
  expect(podReferences(spec, site)[0]?.detail).toBe('at /a, at /b');
});
