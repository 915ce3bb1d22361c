import { inSeconds } from '#kinds/parts/duration.ts';
import { formatSelector } from '#kinds/parts/label-selector.ts';
import { flag, type Infer, list, number, part, text } from '#kinds/parts/schema.ts';
import type { Describer } from './describer.ts';
import { type Draft, value, values } from './description.ts';
import { JobSpec } from './job.ts';
import { orUnset, timeText, yesNo } from './parts/go-text.ts';
import { metadataItems, nameItem, namespaceItem, naming } from './parts/metadata.ts';
import { podTemplateItem } from './parts/pod-template.ts';

const CronJob = part({
  spec: part({
    schedule: text,
    concurrencyPolicy: text,
    suspend: flag,
    timeZone: text,
    successfulJobsHistoryLimit: number,
    failedJobsHistoryLimit: number,
    startingDeadlineSeconds: number,
    jobTemplate: part({ spec: JobSpec }),
  }),
  status: part({ lastScheduleTime: text, active: list(part({ name: text })) }),
});

/** The template of its Jobs is told field by field, as if it were the CronJob’s own. */
export const describeCronJob: Describer = ({ entry: { object } }) => {
  const { spec, status } = CronJob.read(object) ?? {};
  const { namespace } = object.metadata;
  const scheduled = status?.lastScheduleTime;
  const active = (status?.active ?? []).map(({ name }) =>
    naming({ group: 'batch', kind: 'Job' }, name, namespace),
  );
  return [
    nameItem(object),
    namespaceItem(object),
    ...metadataItems(object),
    value('Schedule', spec?.schedule ?? ''),
    value('Concurrency Policy', spec?.concurrencyPolicy ?? ''),
    value('Suspend', yesNo(spec?.suspend)),
    value('Time Zone', orUnset(spec?.timeZone)),
    value('Successful Job History Limit', orUnset(spec?.successfulJobsHistoryLimit)),
    value('Failed Job History Limit', orUnset(spec?.failedJobsHistoryLimit)),
    value('Starting Deadline Seconds', inSeconds(spec?.startingDeadlineSeconds) ?? '<unset>'),
    ...jobItems(spec?.jobTemplate?.spec, namespace),
    value('Last Schedule Time', scheduled === undefined ? '<unset>' : timeText(scheduled)),
    values('Active Jobs', active, ', '),
  ];
};

function jobItems(spec: Infer<typeof JobSpec> | undefined, namespace: string | undefined): Draft {
  return [
    value('Selector', spec?.selector === undefined ? '<unset>' : formatSelector(spec.selector)),
    value('Parallelism', orUnset(spec?.parallelism)),
    value('Completions', orUnset(spec?.completions)),
    value('Active Deadline Seconds', inSeconds(spec?.activeDeadlineSeconds)),
    podTemplateItem(spec?.template, namespace),
  ];
}
