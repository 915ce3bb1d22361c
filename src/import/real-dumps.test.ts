import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { imported } from '#tests/fixtures/imported.ts';

const data = '../shared/data';

// Skipped where the dumps are not at hand: their licences keep them out of this repository.
test.skipIf(!existsSync(data)).each([
  ['crd-rich-manifests', 268, 0],
  ['docker-desktop-1.19-kubedumper', 229, 0],
  ['docker-desktop-1.28-dump-yaml', 118, 0],
  ['eks-1.31-dump-stdout', 99, 0],
  ['katafygio-minikube-drift/2023-11-02', 361, 0],
  ['katafygio-minikube-drift/2023-12-27', 346, 0],
  ['katafygio-two-clusters', 668, 449],
  ['kind-1.24-dump-stdout', 51, 0],
  ['kubeadm-1.20-1.21-dump-pair/cluster-info-dump.json', 23, 0],
  ['kubeadm-1.20-1.21-dump-pair/cluster-info-dump-2.json', 28, 0],
  ['minikube-1.26-getall-yaml', 330, 324],
  ['onprem-1.28-85-nodes-dump-stdout', 100, 0],
  ['openshift-4.10-all-kinds-yaml', 1138, 0],
  ['rancher-rke1-katafygio', 460, 0],
])(
  '%s holds %i objects and %i duplicates',
  { timeout: 60_000 },
  async (dump, objects, duplicates) => {
    const { lists, report } = await imported(`${data}/${dump}`);
    expect({
      objects: lists.reduce((sum, list) => sum + list.objects.length, 0),
      duplicates: report.duplicates,
    }).toEqual({ objects, duplicates });
  },
);
