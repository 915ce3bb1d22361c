import { age } from '#kinds/parts/duration.ts';
import { type Infer, number, part, text } from '#kinds/parts/schema.ts';
import type { Subject } from './describer.ts';
import { type Item, table, values } from './description.ts';

const Event = part({
  type: text,
  reason: text,
  message: text,
  note: text,
  count: number,
  eventTime: text,
  firstTimestamp: text,
  lastTimestamp: text,
  deprecatedFirstTimestamp: text,
  deprecatedLastTimestamp: text,
  deprecatedCount: number,
  series: part({ count: number, lastObservedTime: text }),
  source: part({ component: text }),
  deprecatedSource: part({ component: text }),
  reportingComponent: text,
  reportingController: text,
  involvedObject: part({ uid: text, fieldPath: text }),
  regarding: part({ uid: text, fieldPath: text }),
});
type Event = Infer<typeof Event>;

const mirrorAnnotation = 'kubernetes.io/config.mirror';

/** `Events` about the object itself, oldest first; `<none>` without one. */
export function eventsItem(subject: Subject): Item {
  const events = eventsAbout(subject);
  if (events.length === 0) return values('Events', []);
  return table(
    'Events',
    ['Type', 'Reason', 'Age', 'From', 'Message'],
    events.map((event) => {
      const { type = '', reason = '', involvedObject, regarding } = event;
      const from = [
        event.source?.component,
        event.deprecatedSource?.component,
        event.reportingComponent,
        event.reportingController,
      ].find(Boolean);
      const { fieldPath } = involvedObject ?? regarding ?? {};
      const message = (event.message ?? event.note ?? '').trim();
      const at = fieldPath ? `${fieldPath}: ` : '';
      return [type, reason, interval(event, subject.now), from ?? '', `${at}${message}`];
    }),
  );
}

function eventsAbout({ model, entry }: Subject): readonly Event[] {
  const { id, object } = entry;
  const { uid, name, annotations = {} } = object.metadata;
  // A kubelet writes Events about its node under the node's name, and about a Pod that it runs from a
  // file under the hash of that file.
  const isNode = object.kind === 'Node';
  const uids = new Set([uid, isNode ? name : undefined, annotations[mirrorAnnotation]]);
  return model
    .edgesTo(id)
    .filter(({ relation, path }) => relation === 'about' && path !== 'related.name')
    .flatMap(({ from }) => model.get(from) ?? [])
    .filter((event) => event.object.kind === 'Event')
    .flatMap((event) => Event.read(event.object) ?? [])
    .filter(({ involvedObject, regarding }) => {
      const about = (involvedObject ?? regarding)?.uid;
      return about === undefined || uid === undefined || uids.has(about);
    })
    .sort((a, b) => lastTime(a) - lastTime(b));
}

function lastTime({ lastTimestamp, deprecatedLastTimestamp, series, eventTime }: Event): number {
  const last = series?.lastObservedTime ?? lastTimestamp ?? deprecatedLastTimestamp ?? eventTime;
  return Date.parse(last ?? '') || 0;
}

/** `62s`, or for one that came again `5s (x3 over 62s)`. */
function interval(event: Event, now: number): string {
  const { series, eventTime, firstTimestamp, deprecatedFirstTimestamp } = event;
  const first = age(eventTime ?? firstTimestamp ?? deprecatedFirstTimestamp, now);
  if (series !== undefined) {
    return `${age(series.lastObservedTime, now)} (x${series.count ?? 0} over ${first})`;
  }
  const times = event.count ?? event.deprecatedCount ?? 0;
  const last = event.lastTimestamp ?? event.deprecatedLastTimestamp;
  return times > 1 ? `${age(last, now)} (x${times} over ${first})` : first;
}
