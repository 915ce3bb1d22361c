import { inSeconds } from '#kinds/parts/duration.ts';
import { formatSelector, labelSelector } from '#kinds/parts/label-selector.ts';
import { flag, number, part, text } from '#kinds/parts/schema.ts';
import type { Describer } from './describer.ts';
import { plain, value } from './description.ts';
import { durationBetween, orUnset, timeText } from './parts/go-text.ts';
import { controlledByItem, metadataItems, nameItem, namespaceItem } from './parts/metadata.ts';
import { PodTemplate, podTemplateItem } from './parts/pod-template.ts';

/** `spec` of a Job, and of the Jobs that a CronJob makes. */
export const JobSpec = part({
  selector: labelSelector,
  parallelism: number,
  completions: number,
  completionMode: text,
  suspend: flag,
  backoffLimit: number,
  ttlSecondsAfterFinished: number,
  activeDeadlineSeconds: number,
  template: PodTemplate,
});

const Job = part({
  spec: JobSpec,
  status: part({
    startTime: text,
    completionTime: text,
    active: number,
    ready: number,
    succeeded: number,
    failed: number,
    completedIndexes: text,
  }),
});

/** Pods are counted by the Job itself, in its status. */
export const describeJob: Describer = ({ entry: { object } }) => {
  const { spec = JobSpec.read({}), status = {} } = Job.read(object) ?? {};
  const { active = 0, ready, succeeded = 0, failed = 0, startTime, completionTime } = status;
  const running = ready === undefined ? `${active} Active` : `${active} Active (${ready} Ready)`;
  return [
    nameItem(object),
    namespaceItem(object),
    value('Selector', formatSelector(spec?.selector)),
    ...metadataItems(object),
    controlledByItem(object),
    plain('Parallelism', spec?.parallelism),
    value('Completions', orUnset(spec?.completions)),
    plain('Completion Mode', spec?.completionMode),
    plain('Suspend', spec?.suspend),
    plain('Backoff Limit', spec?.backoffLimit),
    plain('TTL Seconds After Finished', spec?.ttlSecondsAfterFinished),
    startTime === undefined ? undefined : value('Start Time', timeText(startTime)),
    completionTime === undefined ? undefined : value('Completed At', timeText(completionTime)),
    value('Duration', durationBetween(startTime, completionTime)),
    value('Active Deadline Seconds', inSeconds(spec?.activeDeadlineSeconds)),
    value('Pods Statuses', `${running} / ${succeeded} Succeeded / ${failed} Failed`),
    spec?.completionMode === 'Indexed'
      ? value('Completed Indexes', firstIndexes(status.completedIndexes))
      : undefined,
    podTemplateItem(spec?.template, object.metadata.namespace),
  ];
};

const softLimit = 50;

/** The list is cut behind the first comma after 50 characters. */
function firstIndexes(indexes = ''): string {
  if (indexes === '') return '<none>';
  const comma = indexes.indexOf(',', softLimit);
  return comma === -1 ? indexes : `${indexes.slice(0, comma + 1)}...`;
}
