import { expect, test } from 'vitest';
import { isLegacyList, repairLegacyItem } from './repair-legacy.ts';

test('an item as Go prints it becomes what the API calls it', () => {
  const item = {
    name: 'web',
    namespace: 'shop',
    labels: { App: 'Web' },
    creationTimestamp: null,
    Spec: {
      Replicas: 0,
      Selector: { matchLabels: { App: 'Web' } },
      Template: {
        creationTimestamp: null,
        labels: { App: 'Web' },
        Spec: {
          DNSPolicy: 'Default',
          Containers: [
            {
              Name: 'app',
              TTY: false,
              Ports: [{ Name: '', HostPort: 0, ContainerPort: 80 }],
              LivenessProbe: { HTTPGet: { Path: '/', HTTPHeaders: null } },
              SecurityContext: { SELinuxOptions: null, RunAsUser: 0 },
              Resources: { Limits: { cpu: '1' }, Requests: null },
            },
          ],
          SecurityContext: { HostNetwork: true, HostPID: false, FSGroup: 7 },
        },
      },
    },
    Status: { PodIP: '10.0.0.1', QOSClass: 'Burstable', Conditions: null },
  };
  expect(repairLegacyItem(item)).toEqual({
    metadata: { name: 'web', namespace: 'shop', labels: { App: 'Web' } },
    spec: {
      replicas: 0,
      selector: { matchLabels: { App: 'Web' } },
      template: {
        metadata: { labels: { App: 'Web' } },
        spec: {
          dnsPolicy: 'Default',
          containers: [
            {
              name: 'app',
              tty: false,
              ports: [{ containerPort: 80 }],
              livenessProbe: { httpGet: { path: '/' } },
              securityContext: { runAsUser: 0 },
              resources: { limits: { cpu: '1' } },
            },
          ],
          hostNetwork: true,
          securityContext: { fsGroup: 7 },
        },
      },
    },
    status: { podIP: '10.0.0.1', qosClass: 'Burstable' },
  });
});

test('an Event has its fields beside its metadata', () => {
  const event = {
    name: 'web.1',
    InvolvedObject: { Kind: 'Pod', UID: 'u', APIVersion: 'v1' },
    Series: null,
    ReportingController: 'kubelet',
  };
  expect(repairLegacyItem(event)).toEqual({
    metadata: { name: 'web.1' },
    involvedObject: { kind: 'Pod', uid: 'u', apiVersion: 'v1' },
    reportingComponent: 'kubelet',
  });
});

test('a field called __proto__ is a field', () => {
  const item = JSON.parse('{"name":"a","__proto__":{"polluted":true},"Spec":{"constructor":1}}');
  expect(Object.keys(repairLegacyItem(item))).toEqual(['metadata', '__proto__', 'spec']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('only a list with Items in a capital and without a kind is one', () => {
  expect([{ Items: [] }, { items: [] }, { kind: 'Menu', Items: [] }].map(isLegacyList)).toEqual([
    true,
    false,
    false,
  ]);
});
