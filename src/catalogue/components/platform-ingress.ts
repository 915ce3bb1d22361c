import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const platformIngressComponents: readonly Component[] = [
  {
    id: 'openshift-router',
    name: 'OpenShift router',
    category: 'ingress',
    role: 'HAProxy router serving Routes and Ingresses.',
    owners: ['Deployment'],
    namespaces: ['openshift-ingress'],
    labels: ['ingresscontroller.operator.openshift.io/deployment-ingresscontroller'],
    workload: /^router-/i,
    ports: [
      { number: 80, for: 'requests of clients' },
      { number: 443, for: 'requests of clients, over TLS' },
      { number: 1936, for: 'health and metrics' },
    ],
    connections: [
      { from: { name: 'clients' }, port: 80, over: 'HTTP', for: 'send requests' },
      { from: { name: 'clients' }, port: 443, over: 'HTTPS', for: 'send requests' },
      {
        to: { name: 'pods behind Services' },
        over: 'HTTP or HTTPS',
        for: 'pass requests on',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Routes, Services and endpoints' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'IngressController.operator.openshift.io',
        namespace: 'openshift-ingress-operator',
        name: 'default',
        holds: 'How many copies, which domain, which certificate.',
      },
    ],
    docs: {
      title: 'OpenShift: Ingress Operator',
      href: 'https://github.com/openshift/cluster-ingress-operator',
    },
    source: verified(
      'https://github.com/openshift/cluster-ingress-operator/blob/HEAD/pkg/manifests/assets/router/deployment.yaml',
      'https://github.com/openshift/cluster-ingress-operator/blob/HEAD/pkg/operator/controller/names.go',
    ),
  },
  {
    id: 'aws-load-balancer-controller',
    name: 'AWS Load Balancer Controller',
    category: 'ingress',
    role: 'Creates AWS load balancers for Ingresses and Services.',
    owners: ['Deployment'],
    labels: [
      'app.kubernetes.io/name=aws-load-balancer-controller',
      'k8s-app=alb-ingress-controller',
    ],
    image: /(aws-load-balancer-controller|aws-alb-ingress-controller)$/i,
    ports: [
      { number: 9443, for: 'webhooks' },
      { number: 8080, for: 'metrics' },
      { number: 61779, for: 'health' },
    ],
    connections: [
      {
        to: { name: 'the API of Elastic Load Balancing' },
        port: 443,
        over: 'HTTPS',
        for: 'create load balancers and target groups',
      },
      {
        from: 'kube-apiserver',
        port: 9443,
        over: 'HTTPS',
        for: 'validate and complete its objects',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Ingresses and Services' },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'elbv2.k8s.aws',
        kinds: ['TargetGroupBinding', 'IngressClassParams'],
        holds: 'Which pods are behind which target group.',
      },
      {
        in: 'object',
        kind: 'IngressClass.networking.k8s.io',
        name: 'alb',
        holds: 'The class; its controller is `ingress.k8s.aws/alb`.',
      },
      {
        in: 'flags',
        names: ['cluster-name', 'ingress-class', 'aws-vpc-id'],
        holds: 'The cluster, and which Ingresses are its own.',
      },
    ],
    docs: {
      title: 'AWS Load Balancer Controller',
      href: 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/',
    },
    source: verified(
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/HEAD/helm/aws-load-balancer-controller/templates/deployment.yaml',
    ),
  },
  {
    id: 'l7-default-backend',
    name: 'Default backend',
    category: 'ingress',
    role: 'Answers 404 to requests that no Ingress rule matches.',
    owners: ['Deployment'],
    labels: ['k8s-app=glbc'],
    image: /ingress-gce-404-server|defaultbackend/i,
    workload: /^l7-default-backend/i,
    ports: [{ number: 8080, for: 'requests no rule matches' }],
    connections: [
      {
        from: { name: 'the load balancer or ingress controller', components: ['ingress-nginx'] },
        port: 8080,
        over: 'HTTP',
        for: 'send what no rule matches',
      },
    ],
    configuration: [{ in: 'nothing', because: 'It has no settings: the answer is always 404.' }],
    docs: {
      title: 'GKE: Ingress',
      href: 'https://cloud.google.com/kubernetes-engine/docs/concepts/ingress',
    },
    source: verified(
      'https://github.com/kubernetes/kubernetes/blob/HEAD/cluster/addons/cluster-loadbalancing/glbc/default-svc-controller.yaml',
      'https://github.com/kubernetes/ingress-gce/blob/HEAD/cmd/404-server/server.go',
    ),
  },
];
