/** What ValidatingWebhookConfiguration and MutatingWebhookConfiguration share. */
import type { LabelSelector, Reference } from '#kinds/reference.ts';
import { ClientConfig, clientLine, clientReference } from './client-config.ts';
import { formatSelector, labelSelector } from './label-selector.ts';
import { referBySelector } from './refer.ts';
import { ResourceRule, resourceRuleLine } from './resource-rule.ts';
import { type Infer, list, number, part, text } from './schema.ts';

const Webhook = part({
  name: text,
  clientConfig: ClientConfig,
  rules: list(ResourceRule),
  failurePolicy: text,
  timeoutSeconds: number,
  namespaceSelector: labelSelector,
  objectSelector: labelSelector,
});
type Webhook = Infer<typeof Webhook>;

/** Fields of both configuration kinds. */
export const WebhookFields = part({ webhooks: list(Webhook) });
type WebhookFields = Infer<typeof WebhookFields>;

type Line = (webhook: Webhook) => string | undefined;

/** A fact with a line for each webhook that has one; the webhook's name stands before it. */
const each =
  (line: Line) =>
  ({ webhooks }: WebhookFields) =>
    webhooks.flatMap((webhook) => {
      const value = line(webhook);
      return value ? [`${webhook.name}: ${value}`] : [];
    });

/** Facts of both configuration kinds, a line a webhook. */
export const webhookFacts = {
  'Asked about': each(({ rules }) => rules.map(resourceRuleLine).join('; ')),
  'Answered by': each(({ clientConfig }) => clientLine(clientConfig)),
  'When it does not answer': each(({ failurePolicy, timeoutSeconds = 10 }) =>
    failurePolicy === 'Ignore'
      ? `the request goes through after ${timeoutSeconds}s`
      : `the request is refused after ${timeoutSeconds}s`,
  ),
  'Only in namespaces with': each(({ namespaceSelector }) => formatSelector(namespaceSelector)),
  'Only objects with': each(({ objectSelector }) => formatSelector(objectSelector)),
};

/**
 * The Services behind the webhooks, and the namespaces and objects they are asked about where a selector
 * chooses them. A webhook that leaves none out would lead to most of the cluster and makes no edge.
 */
export function webhookReferences({ webhooks }: WebhookFields): readonly Reference[] {
  return webhooks.flatMap((webhook) => {
    const at = `webhooks[name=${webhook.name}]`;
    const detail = `webhook ${webhook.name}`;
    return [
      ...clientReference(webhook.clientConfig, `${at}.clientConfig`, detail),
      ...referBySelector('watches', 'Namespace', {
        selector: isEmpty(webhook.namespaceSelector) ? undefined : webhook.namespaceSelector,
        path: `${at}.namespaceSelector`,
        detail,
        notAll: true,
        ifFound: true,
      }),
      ...checkedReferences(webhook, `${at}.objectSelector`, detail),
    ];
  });
}

function checkedReferences(
  { rules, objectSelector, namespaceSelector }: Webhook,
  path: string,
  detail: string,
): readonly Reference[] {
  if (isEmpty(objectSelector)) return [];
  const targets = rules.flatMap(({ apiGroups, resources }) =>
    resources.flatMap((plural) =>
      apiGroups.map((group) => (group === '' ? plural : `${plural}.${group}`)),
    ),
  );
  return [...new Set(targets)].flatMap((target) =>
    referBySelector('checks', target, {
      selector: objectSelector,
      ...(!isEmpty(namespaceSelector) && { namespaces: namespaceSelector }),
      path,
      detail,
      notAll: true,
      ifFound: true,
    }),
  );
}

function isEmpty(selector: LabelSelector | undefined): boolean {
  return formatSelector(selector) === '';
}
