import { WebhookFields } from '#kinds/parts/webhooks.ts';
import type { Entry, Model } from '#model/model.ts';
import { objectId } from '#snapshot/object-id.ts';
import { absenceOf } from './absence.ts';
import { podCause } from './pod-cause.ts';
import type { Evidence, ProblemOf } from './problem.ts';

type Problem = ProblemOf<'webhook-nowhere'>;

const group = 'admissionregistration.k8s.io';
const kinds = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];

/** Why nobody answers behind a Service; nothing when somebody may. */
function silence(
  model: Model,
  service: Problem['service'],
  namespace: string,
): { readonly why: Problem['why']; readonly proof: readonly Evidence[] } | undefined {
  if (model.get(service) === undefined) {
    if (!model.holdsAll({ group: '', kind: 'Service' }, namespace)) return undefined;
    return { why: 'no Service', proof: [absenceOf(model, service)] };
  }
  if (model.danglingFrom(service).some(({ reason }) => reason === 'nothing-selected')) {
    return { why: 'no Pod', proof: [] };
  }
  const pods = model
    .edgesFrom(service)
    .flatMap(({ relation, to }) => (relation === 'selects' ? (model.get(to) ?? []) : []));
  const [first, ...others] = pods.map((pod) => unready(model, pod));
  const isSilent = first !== undefined && others.every((each) => each !== undefined);
  return isSilent ? { why: 'no ready Pod', proof: [first] } : undefined;
}

function unready(model: Model, { id, kind, object }: Entry): Evidence | undefined {
  const health = kind.health(object, model.context);
  if (health?.state !== 'bad' && health?.state !== 'warn') return undefined;
  const { path = 'status.phase', value = health.word } = podCause(object) ?? {};
  return { type: 'field', object: id, path, value };
}

/** Webhooks of a configuration by the Service they call, those that are called for something. */
function silentIn(model: Model, { id, object }: Entry): readonly Problem[] {
  const webhooks = (WebhookFields.read(object)?.webhooks ?? []).flatMap((webhook) => {
    const { namespace = '', name = '' } = webhook.clientConfig?.service ?? {};
    if (name === '' || webhook.rules.length === 0) return [];
    return [
      { webhook, namespace, service: objectId({ group: '', kind: 'Service', namespace, name }) },
    ];
  });
  return [...Map.groupBy(webhooks, ({ service }) => service)].flatMap(([service, calls]) => {
    const found = silence(model, service, calls[0]?.namespace ?? '');
    if (found === undefined) return [];
    const fields = calls.flatMap(
      ({ webhook: { name = '', failurePolicy = 'Fail' } }): Evidence[] => {
        const at = `webhooks[name=${name}]`;
        return [
          { type: 'field', object: id, path: `${at}.clientConfig.service.name`, value: service },
          { type: 'field', object: id, path: `${at}.failurePolicy`, value: failurePolicy },
        ];
      },
    );
    const isStrict = calls.some(({ webhook }) => webhook.failurePolicy !== 'Ignore');
    return [
      {
        code: 'webhook-nowhere' as const,
        at: id,
        webhooks: calls.map(({ webhook }) => webhook.name ?? ''),
        service,
        why: found.why,
        failurePolicy: isStrict ? ('Fail' as const) : ('Ignore' as const),
        evidence: [...fields, ...found.proof],
      },
    ];
  });
}

/** Webhooks behind which nobody answers: no Service, no Pod, or none that is ready. */
export function silentWebhooks(model: Model): readonly Problem[] {
  return kinds.flatMap((kind) =>
    model.ofKind({ group, kind }).flatMap((entry) => silentIn(model, entry)),
  );
}
