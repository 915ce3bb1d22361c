import { expect, test } from 'vitest';
import { paramRefCell } from './admission-policy.ts';

const cellOf = (paramRef: object) => paramRefCell({ spec: { paramRef, validationActions: [] } });

test('PARAMREF is the name of the parameters, or their selector as the server writes it', () => {
  expect(cellOf({ name: 'limits', namespace: 'shop' })).toBe('shop/limits');
  expect(cellOf({ name: 'limits' })).toBe('*/limits');
  expect(
    cellOf({ namespace: 'shop', selector: { matchLabels: { tier: 'web', app: 'shop' } } }),
  ).toBe(
    '&LabelSelector{MatchLabels:map[string]string{app: shop,tier: web,},MatchExpressions:[]LabelSelectorRequirement{},}',
  );
  const matchExpressions = [{ key: 'tier', operator: 'In', values: ['a', 'b'] }];
  expect(cellOf({ selector: { matchExpressions } })).toBe(
    '&LabelSelector{MatchLabels:map[string]string{},MatchExpressions:[]LabelSelectorRequirement{LabelSelectorRequirement{Key:tier,Operator:In,Values:[a b],},},}',
  );
  expect(paramRefCell({})).toBe('<unset>');
});
