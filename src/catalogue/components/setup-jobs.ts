import type { Component } from './component.ts';
import { verified } from './source.ts';

/** Jobs that others bring along: they do one thing when they are installed, and end. */
export const setupJobsComponents: readonly Component[] = [
  {
    id: 'kube-webhook-certgen',
    name: 'Webhook certificate job',
    category: 'certs',
    role: 'Makes a certificate for a webhook, or writes its authority into the webhook configuration, once at installation.',
    owners: ['Job'],
    image: /kube-webhook-certgen$/i,
    connections: [
      {
        to: 'kube-apiserver',
        over: 'HTTPS',
        for: 'write a Secret, change a webhook configuration',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['host', 'secret-name', 'webhook-name', 'namespace'],
        holds: 'For which webhook, and in which Secret.',
      },
    ],
    docs: {
      title: 'ingress-nginx: kube-webhook-certgen',
      href: 'https://github.com/kubernetes/ingress-nginx/tree/HEAD/images/kube-webhook-certgen',
    },
    source: verified(
      'https://github.com/kubernetes/ingress-nginx/blob/HEAD/deploy/static/provider/cloud/deploy.yaml',
    ),
  },
  {
    id: 'contour-certgen',
    name: 'Contour certificate job',
    category: 'certs',
    role: 'Makes the certificates with which Contour and its Envoy pods know each other, once at installation.',
    owners: ['Job'],
    image: /projectcontour\/contour$/i,
    workload: /^contour-certgen/i,
    requires: ['name'],
    connections: [{ to: 'kube-apiserver', over: 'HTTPS', for: 'write Secrets' }],
    configuration: [
      {
        in: 'flags',
        names: ['kube', 'incluster', 'overwrite', 'secrets-format', 'namespace'],
        holds: 'Where the Secrets go, and whether they take the place of others.',
      },
    ],
    docs: { title: 'Contour documentation', href: 'https://projectcontour.io/docs/' },
    source: verified(
      'https://github.com/projectcontour/contour/blob/HEAD/examples/contour/02-job-certgen.yaml',
    ),
  },
];
