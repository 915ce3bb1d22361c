import { expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { modelOf, object, pod } from '#tests/fixtures/builders.ts';
import { describeObject } from '#views/describe/describe.ts';
import { pageDescription } from './details.ts';
import { detailsMarkup } from './details-markup.ts';

function details(id: string, ...objects: readonly KubeObject[]) {
  const model = modelOf(...objects);
  const entry = model.get(id as ObjectId);
  if (entry === undefined) throw new Error(`The model has no ${id}.`);
  const description = pageDescription(entry, describeObject(model, entry));
  const hrefOf = (to: ObjectId) => (model.get(to) === undefined ? undefined : `/${to}`);
  return { ...description, markup: detailsMarkup(description.details, hrefOf) };
}

test('what is not there, and what nobody chose, is not on the page', () => {
  const web = pod('shop/web', {}, { spec: { containers: [{ name: 'web' }], priority: 0 } });
  const { values, markup } = details('Pod/shop/web', web);
  expect(values).toEqual([]);
  expect(markup).toBe('<dl class="desc"></dl>');
});

test('a value that names an object of the snapshot leads to it', () => {
  const volumes = [
    { name: 'c', configMap: { name: 'here' } },
    { name: 'd', configMap: { name: 'gone' } },
  ];
  const { markup } = details(
    'Pod/shop/web',
    pod('shop/web', {}, { spec: { containers: [], volumes } }),
    object('v1', 'ConfigMap', 'shop/here'),
  );
  expect(markup).toContain('<dd><a href="/ConfigMap/shop/here">here</a></dd>');
  expect(markup).toContain('gone');
  expect(markup).not.toContain('/ConfigMap/shop/gone');
});

test('what an object holds is text and no markup', () => {
  const annotations = { 'a/<b>': '<script>alert("x")</script>' };
  const env = [{ name: '<i>', value: '</dd>' }];
  const { markup } = details(
    'Pod/shop/web',
    pod('shop/web', {}, { metadata: { annotations }, spec: { containers: [{ name: 'c', env }] } }),
  );
  expect(markup).not.toMatch(/<script|<i>|<b>|<\/dd><\/dd>/);
  expect(markup).toContain('a/&lt;b&gt;: &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
});

test('a custom resource shows its fields, unless they are many', () => {
  const small = object('x.io/v1', 'Thing', 'shop/small', { spec: { size: 3, on: true } });
  const hosts = Array.from({ length: 80 }, (_, i) => `host-${i}`);
  const large = object('x.io/v1', 'Thing', 'shop/large', { spec: { hosts } });
  expect(details('Thing.x.io/shop/small', small).markup).toContain('<dd>On true, Size 3</dd>');
  expect(details('Thing.x.io/shop/large', large).details).toEqual([]);
});
