import { defineKind } from './kind.ts';
import {
  ageCell,
  containerImages,
  containerNames,
  nameCell,
  orNone,
  selectorCell,
} from './parts/columns.ts';
import { age, inSeconds } from './parts/duration.ts';
import { labelSelector } from './parts/label-selector.ts';
import { podFacts } from './parts/pod-facts.ts';
import { templateReferences } from './parts/pod-references.ts';
import { PodTemplate } from './parts/pod-template.ts';
import { refer } from './parts/refer.ts';
import { flag, type Infer, list, number, part, text } from './parts/schema.ts';

const schema = part({
  spec: part({
    schedule: text,
    timeZone: text,
    suspend: flag,
    concurrencyPolicy: text,
    startingDeadlineSeconds: number,
    successfulJobsHistoryLimit: number,
    failedJobsHistoryLimit: number,
    jobTemplate: part({
      spec: part({ backoffLimit: number, selector: labelSelector, template: PodTemplate }),
    }),
  }),
  status: part({
    active: list(part({ name: text })),
    lastScheduleTime: text,
    lastSuccessfulTime: text,
  }),
});
type Shape = Infer<typeof schema>;

export const cronJob = defineKind({
  group: 'batch',
  kind: 'CronJob',
  plural: 'cronjobs',
  shortNames: ['cj'],
  namespaced: true,
  category: 'workload',
  glyph: 'cronjob',
  role: 'Starts a Job whenever its schedule says so.',
  breaks: 'The work is no longer started: backups, reports or clean-ups silently stop happening.',
  inAll: true,
  schema,
  columns: {
    Name: nameCell,
    Schedule: ({ spec }) => spec?.schedule ?? '',
    Timezone: ({ spec }) => spec?.timeZone ?? '<none>',
    Suspend: ({ spec }) => {
      if (spec?.suspend === undefined) return '<unset>';
      return spec.suspend ? 'True' : 'False';
    },
    Active: ({ status }) => String(status?.active.length ?? 0),
    'Last Schedule': ({ status }, { now }) =>
      status?.lastScheduleTime ? age(status.lastScheduleTime, now) : '<none>',
    Age: ageCell,
  },
  observed: ['Active', 'Last Schedule'],
  wide: {
    Containers: ({ spec }) => containerNames(spec?.jobTemplate?.spec?.template),
    Images: ({ spec }) => containerImages(spec?.jobTemplate?.spec?.template),
    Selector: ({ spec }) => selectorCell({ spec: spec?.jobTemplate?.spec }),
  },
  facts: {
    'Last success': ({ status }, { now }) =>
      status?.lastSuccessfulTime && `${age(status.lastSuccessfulTime, now)} before the snapshot`,
    'Active Jobs': ({ status }) => status?.active.map(({ name }) => orNone(name)),
    'Concurrency policy': ({ spec }) => spec?.concurrencyPolicy,
    'Starting deadline': ({ spec }) => inSeconds(spec?.startingDeadlineSeconds),
    'Jobs kept': ({ spec }) =>
      `${spec?.successfulJobsHistoryLimit ?? 3} successful, ${spec?.failedJobsHistoryLimit ?? 1} failed`,
    'Backoff limit': ({ spec }) => spec?.jobTemplate?.spec?.backoffLimit?.toString(),
    ...podFacts<Shape>(({ spec }) => spec?.jobTemplate?.spec?.template?.spec),
  },
  health: ({ spec }) =>
    spec?.suspend === true
      ? { state: 'done', word: 'Suspended' }
      : { state: 'ok', word: 'Scheduled' },
  references: ({ metadata: { namespace }, spec, status }) => [
    ...templateReferences(spec?.jobTemplate?.spec?.template, {
      at: 'spec.jobTemplate.spec.template',
      namespace,
    }),
    ...(status?.active ?? []).flatMap(({ name }) =>
      refer('starts', 'Job.batch', {
        name,
        namespace,
        path: `status.active[name=${name}].name`,
        // The list lags behind: a Job that is over may be gone.
        optional: true,
      }),
    ),
  ],
});
