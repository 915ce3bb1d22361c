import { defineKind, type Health, type Read } from './kind.ts';
import {
  ageCell,
  containersCell,
  count,
  imagesCell,
  nameCell,
  selectorCell,
} from './parts/columns.ts';
import { conditions, findCondition } from './parts/condition.ts';
import { age, humanDuration, inSeconds } from './parts/duration.ts';
import { labelSelector } from './parts/label-selector.ts';
import { templateFacts } from './parts/pod-facts.ts';
import { templateReferences } from './parts/pod-references.ts';
import { PodTemplate, WorkloadLinks } from './parts/pod-template.ts';
import { type Infer, number, part, text } from './parts/schema.ts';

const schema = part({
  spec: part({
    completions: number,
    parallelism: number,
    completionMode: text,
    backoffLimit: number,
    activeDeadlineSeconds: number,
    ttlSecondsAfterFinished: number,
    selector: labelSelector,
    template: PodTemplate,
  }),
  status: part({
    active: number,
    succeeded: number,
    failed: number,
    startTime: text,
    completionTime: text,
    conditions,
  }),
});
type Job = Read<Infer<typeof schema>>;

export const job = defineKind({
  group: 'batch',
  kind: 'Job',
  plural: 'jobs',
  namespaced: true,
  category: 'workload',
  glyph: 'job',
  role: 'Runs pods until a number of them have ended successfully.',
  breaks:
    'Its pods go with it: work in progress is cut off, and of finished work the logs are lost.',
  inAll: true,
  folded: true,
  schema,
  columns: {
    Name: nameCell,
    Status: statusWord,
    Completions: ({ spec, status }) => {
      const { completions, parallelism = 0 } = spec ?? {};
      const wanted = completions ?? (parallelism > 1 ? `1 of ${parallelism}` : 1);
      return `${count(status?.succeeded)}/${wanted}`;
    },
    Duration: ({ status }, { now }) => {
      if (status?.startTime === undefined) return '';
      if (status.completionTime === undefined) return age(status.startTime, now);
      return humanDuration(Date.parse(status.completionTime) - Date.parse(status.startTime));
    },
    Age: ageCell,
  },
  observed: ['Status', 'Completions', 'Duration'],
  wide: { Containers: containersCell, Images: imagesCell, Selector: selectorCell },
  facts: {
    Pods: ({ status }) =>
      `${count(status?.active)} active, ${count(status?.succeeded)} succeeded, ${count(status?.failed)} failed`,
    'Why it failed': ({ status }) => {
      const failed = findCondition(status?.conditions, 'Failed');
      return failed && `${failed.reason}: ${failed.message}`;
    },
    'Completion mode': ({ spec }) => spec?.completionMode,
    Parallelism: ({ spec }) => spec?.parallelism?.toString(),
    'Backoff limit': ({ spec }) => spec?.backoffLimit?.toString(),
    'Active deadline': ({ spec }) => inSeconds(spec?.activeDeadlineSeconds),
    'TTL after finished': ({ spec }) => inSeconds(spec?.ttlSecondsAfterFinished),
    ...templateFacts,
  },
  health,
  links: WorkloadLinks,
  references: ({ metadata: { namespace }, spec }) =>
    templateReferences(spec?.template, { at: 'spec.template', namespace }),
});

function statusWord({ metadata, status }: Job): string {
  const is = (type: string) => findCondition(status?.conditions, type)?.status === 'True';
  if (is('Complete')) return 'Complete';
  if (is('Failed')) return 'Failed';
  if (metadata.deletionTimestamp) return 'Terminating';
  return ['Suspended', 'FailureTarget', 'SuccessCriteriaMet'].find(is) ?? 'Running';
}

const states: Readonly<Record<string, Health['state']>> = {
  Complete: 'done',
  Failed: 'bad',
  Terminating: 'warn',
  Suspended: 'done',
  FailureTarget: 'bad',
};

function health(object: Job): Health {
  const word = statusWord(object);
  return { state: states[word] ?? 'ok', word };
}
