import { expect, test } from 'vitest';
import { modelOf, object } from '#tests/fixtures/builders.ts';
import { contactsOf, contactsOfNotes, namespaceContacts } from './contacts.ts';

test('annotations name people in the order a reader asks; only pages and mailboxes are links', () => {
  const annotations = {
    'a8r.io/bugs': 'https://bugs.example.com/web',
    'a8r.io/runbook': 'javascript:alert(1)',
    'a8r.io/owner': ' shop@example.com ',
    'a8r.io/chat': '#team-shop',
    'a8r.io/logs': '',
  };
  const labels = { team: 'storefront' };
  const web = object('apps/v1', 'Deployment', 'shop/web', { metadata: { annotations, labels } });
  expect(contactsOf(web).map(({ label, text, href, path }) => [label, text, href, path])).toEqual([
    [
      'Owner',
      'shop@example.com',
      'mailto:shop@example.com',
      'metadata.annotations["a8r.io/owner"]',
    ],
    ['Runbook', 'javascript:alert(1)', undefined, 'metadata.annotations["a8r.io/runbook"]'],
    ['Chat', '#team-shop', undefined, 'metadata.annotations["a8r.io/chat"]'],
    [
      'Bugs',
      'https://bugs.example.com/web',
      'https://bugs.example.com/web',
      'metadata.annotations["a8r.io/bugs"]',
    ],
    ['Team', 'storefront', undefined, 'metadata.labels["team"]'],
  ]);
});

test('a contact of a note and of an annotation is told once, and an owner of a namespace elsewhere', () => {
  const annotations = { 'a8r.io/owner': 'shop', 'a8r.io/chat': '#shop' };
  const namespace = object('v1', 'Namespace', 'shop', { metadata: { annotations } });
  const chat = { label: 'Chat', text: '#shop' };
  const note = { file: 'notes/shop.md', contacts: [chat, chat], blocks: [] };
  expect(contactsOfNotes([note])).toEqual([chat]);
  expect(namespaceContacts(modelOf(namespace), 'shop', [note])).toEqual([chat]);
  expect(namespaceContacts(modelOf(namespace), 'other', [])).toEqual([]);
});
