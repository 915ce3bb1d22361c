import { expect, test } from 'vitest';
import { parseQuery, queryText } from './query.ts';

test.each([
  ['kubectl get deploy web -n shop', 'web kind:deploy ns:shop'],
  ['kubectl -n shop get deploy/web -o yaml', 'web kind:deploy ns:shop'],
  ['kubectl describe pod web-0 --namespace=shop', 'web-0 kind:pod ns:shop'],
  ['$ kubectl get cm settings', 'settings kind:cm'],
  ['k get po -A', 'kind:po'],
  ['oc get routes.route.openshift.io web', 'web kind:routes'],
  ['kubectl get pods,svc -l app=web,tier=front', 'app=web tier=front kind:pods'],
  ['kubectl --context prod logs web-0 -c app --tail 20 -f -n shop', 'web-0 kind:pod ns:shop'],
  ['kubectl exec -it web-0 -n shop -- kubectl get secret', 'web-0 kind:pod ns:shop'],
  ['kubectl rollout restart deployment/web -n shop', 'web kind:deployment ns:shop'],
  ['kubectl port-forward svc/web 8080:80', 'web kind:svc'],
  ['kubectl drain worker-1 --ignore-daemonsets', 'worker-1 kind:node'],
  ['kubectl top pod web-0', 'web-0 kind:pod'],
  ['kubectl get all -n shop', 'ns:shop'],
  ['KUBECTL get nodes worker-1', 'worker-1 kind:nodes'],
])('%s is about %s', (command, query) => {
  expect(queryText(parseQuery(command))).toBe(query);
});

test.each(['k', 'kubectl', 'oc metrics', 'kubelet get', 'k8s-app=kube-dns'])(
  '%s is no command',
  (text) => {
    expect(parseQuery(text).words).toEqual(text.split(' '));
  },
);

test('a query is typed as it is understood', () => {
  const query = 'web kind:svc ns:shop cluster:prod';
  expect(queryText(parseQuery(query))).toBe(query);
});
