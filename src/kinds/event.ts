import { groupOf } from '#snapshot/kube-object.ts';
import { groupKindKey } from '#snapshot/object-id.ts';
import { defineKind, type Read } from './kind.ts';
import { nameCell } from './parts/columns.ts';
import { age } from './parts/duration.ts';
import { refer } from './parts/refer.ts';
import { type Infer, number, part, text } from './parts/schema.ts';

const subject = part({
  apiVersion: text,
  kind: text,
  namespace: text,
  name: text,
  fieldPath: text,
});
const source = part({ component: text, host: text });

// The core group and events.k8s.io list the same objects under different field names.
const Written = part({
  type: text,
  reason: text,
  action: text,
  involvedObject: subject,
  regarding: subject,
  related: subject,
  message: text,
  note: text,
  source,
  deprecatedSource: source,
  reportingComponent: text,
  reportingController: text,
  reportingInstance: text,
  firstTimestamp: text,
  deprecatedFirstTimestamp: text,
  lastTimestamp: text,
  deprecatedLastTimestamp: text,
  eventTime: text,
  count: number,
  deprecatedCount: number,
  series: part({ count: number, lastObservedTime: text }),
});

const schema = {
  read(value: unknown) {
    const event = Written.read(value);
    if (event === undefined) return undefined;
    return {
      ...event,
      subject: event.involvedObject ?? event.regarding,
      subjectField: event.involvedObject ? 'involvedObject' : 'regarding',
      message: event.message ?? event.note ?? '',
      source: event.source ?? event.deprecatedSource,
      reporter: event.reportingComponent ?? event.reportingController,
      first: event.firstTimestamp ?? event.deprecatedFirstTimestamp ?? event.eventTime,
      last: event.lastTimestamp ?? event.deprecatedLastTimestamp,
      count: event.count ?? event.deprecatedCount,
    };
  },
};
type Event = Read<Infer<typeof schema>>;

export const event = defineKind({
  group: '',
  kind: 'Event',
  plural: 'events',
  shortNames: ['ev'],
  namespaced: true,
  category: 'machine',
  glyph: 'event',
  role: 'A note of a component about something that happened to an object; the cluster keeps it for an hour by default.',
  breaks: 'Only the note: nothing that runs reads it.',
  schema,
  columns: {
    'Last Seen': (object, { now }) => age(lastSeen(object), now),
    Type: ({ type }) => type ?? '',
    Reason: ({ reason }) => reason ?? '',
    Object: ({ subject: { kind = '', name } = {} }) =>
      name ? `${kind.toLowerCase()}/${name}` : kind.toLowerCase(),
    Message: ({ message }) => message.trim(),
  },
  wide: {
    Subobject: ({ subject: about }) => about?.fieldPath ?? '',
    Source: sourceCell,
    'First Seen': ({ first }, { now }) => age(first, now),
    Count: timesSeen,
    Name: nameCell,
  },
  facts: {
    Reason: ({ reason }) => reason,
    Message: ({ message }) => message,
    Source: sourceCell,
    Times: timesSeen,
    Action: ({ action }) => action,
    Field: ({ subject: about }) => about?.fieldPath,
  },
  health: ({ type = '' }) =>
    type === 'Warning' ? { state: 'warn', word: type } : { state: 'ok', word: type || 'Normal' },
  references: ({ subject: about, subjectField, related }) => [
    ...subjectReferences(about, subjectField),
    ...subjectReferences(related, 'related'),
  ],
});

function lastSeen({ series, last, first }: Event): string | undefined {
  return series ? series.lastObservedTime : (last ?? first);
}

function timesSeen({ series, count }: Event): string {
  return String((series ? series.count : count) || 1);
}

function sourceCell({ source: from, reporter, reportingInstance }: Event): string {
  const component = from?.component || reporter || '';
  const instance = from?.host || reportingInstance;
  return instance ? `${component}, ${instance}` : component;
}

function subjectReferences(about: Infer<typeof subject> | undefined, field: string) {
  const { apiVersion = '', kind = '', namespace, name } = about ?? {};
  return refer('about', groupKindKey({ group: groupOf(apiVersion), kind }), {
    name,
    namespace: namespace || undefined,
    path: `${field}.name`,
    // Events outlive what they are about. Their uid is no help: the kubelet puts a Node's name there.
    optional: true,
  });
}
