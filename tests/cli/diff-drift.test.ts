/**
 * Real drift, as a person reads it. The counts were gone through line by line; what follows each says what
 * happened, so that whoever changes the diff can judge a new number.
 */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { clusterbookProcess } from './run.ts';

const drift = '../shared/data/katafygio-minikube-drift';
const clusters = '../shared/data/katafygio-two-clusters';

test.skipIf(!existsSync(drift))(
  `one cluster eight weeks apart: an operator project renamed, a dashboard added (skipped without ${drift})`,
  async () => {
    const { status, stdout } = await clusterbookProcess([
      ...['diff', `${drift}/2023-11-02`, `${drift}/2023-12-27`, '--stat'],
    ]);
    expect({ status, stdout }).toMatchInlineSnapshot(`
      {
        "status": 1,
        "stdout": "2023-11-02 → 2023-12-27
      7 RBAC grants wider on 2023-12-27, 5 RBAC grants wider on 2023-11-02, 2 Services more exposed on 2023-11-02, 1 version, 1 replica count, 2 labels or annotations
      1 changed, 2 perhaps renamed, 38 only in 2023-12-27, 31 only in 2023-11-02, 245 the same

      By category
        Who may do what                +20   -14
        Who can reach what              +6    -3
        Which code runs                 +7    -6
        Versions and APIs         ~1    +1    -5
        Replicas and scaling      ~1
        Storage                         +1    -1
        Configuration                   +3    -2
        Labels and annotations    ~1

      By namespace
        cluster-scoped          ~2   +13   -12
        crdstesting-system            +6
        default                 ~1   +10   -13
        kubernetes-dashboard          +9
        quiztestcc-system                   -6

      Not comparable
        demoresources.demo.demo.kcd.io: not in the dump of 2023-12-27, 1 object on 2023-11-02
        demoresources.juniper.testkatafygio.juniper: not in the dump of 2023-11-02, 2 objects on 2023-12-27
        juniperquizquestions.juniper.quiz: not in the dump of 2023-12-27, 1 object on 2023-11-02
        mutatingwebhookconfigurations.admissionregistration.k8s.io: not read on 2023-11-02, 1 object on 2023-12-27 (Not in the dump.)
        quizquestions.juniper.juniper.com: not in the dump of 2023-12-27, 2 objects on 2023-11-02
      ",
      }
    `);
  },
);

test.skipIf(!existsSync(clusters))(
  `two clusters: Contrail and its rights on one side only (skipped without ${clusters})`,
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clusterbook-drift-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    // One lies inside the other's folder.
    await cp(clusters, join(folder, 'contrail'), { recursive: true });
    await rename(join(folder, 'contrail/Cluster1'), join(folder, 'minikube'));
    const { status, stdout } = await clusterbookProcess([
      ...['diff', join(folder, 'minikube'), join(folder, 'contrail'), '--stat'],
    ]);
    expect({ status, stdout }).toMatchInlineSnapshot(`
      {
        "status": 1,
        "stdout": "minikube → contrail
      7 RBAC grants wider on contrail, 5 workloads more privileged on contrail, Kubernetes v1.27.4 → v1.28.2
      0 changed, 72 only in contrail, 0 only in minikube, 380 the same

      By category
        Who may do what              +29
        Who can reach what            +2
        Which code runs               +5
        Versions and APIs             +8
        Replicas and scaling          +4
        Storage                       +4
        Configuration                +20

      By namespace
        cluster-scoped          +32
        cert-manager             +1
        contrail                +11
        contrail-deploy          +4
        contrail-system          +2
        default                  +2
        jcnr                    +12
        kube-node-lease          +1
        kube-public              +3
        kube-system              +4

      Not comparable
        statefulsets.apps: not read on minikube, 1 object on contrail (Not in the dump.)
        vrouters.dataplane.juniper.net: not in the dump of minikube, 2 objects on contrail
      ",
      }
    `);
  },
);
