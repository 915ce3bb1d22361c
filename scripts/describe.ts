import type { Snapshot } from '#snapshot/snapshot.ts';
import { clusterIdOf } from '#snapshot/snapshot-id.ts';
import { listSnapshots } from '#store/list-snapshots.ts';
import { UserError } from '#user-error.ts';
import type { Wanted } from '#views/describe/find-objects.ts';
import { defineCommand } from './command.ts';
import { readSide } from './read-side.ts';

/** Prints what `kubectl describe` would have printed at the time of capture. */
export const command = defineCommand({
  usage: `clusterbook describe KIND [NAME...] | KIND/NAME... [flags]

Prints objects of a snapshot as kubectl describe does. KIND is a plural, a singular or a short
name, or PLURAL.GROUP; several are parted by commas. Without NAME: every object of the kind;
a NAME that no object has is the beginning of names. Ages are counted up to the capture.`,
  flags: {
    namespace: { type: 'string', short: 'n', value: 'NAME', help: 'only objects there (-n NAME)' },
    snapshot: { type: 'string', value: 'ID', help: 'id or folder of a snapshot, or a dump' },
    snapshots: { type: 'string', value: 'DIR', default: 'snapshots', help: 'folder of snapshots' },
    'all-namespaces': { type: 'boolean', short: 'A', help: 'as without --namespace' },
  },
  async run(flags, args) {
    const wanted = wantedBy(args, flags.namespace);
    const snapshot = await readSide(
      flags.snapshot ?? (await onlySnapshot(flags.snapshots)),
      flags.snapshots,
    );
    console.log(await describeAll(snapshot, wanted));
    return 0;
  },
});

async function describeAll(snapshot: Snapshot, wanted: readonly Wanted[]): Promise<string> {
  const { buildModel } = await import('#model/build-model.ts');
  const { describeObject } = await import('#views/describe/describe.ts');
  const { descriptionText } = await import('#views/describe/description-text.ts');
  const { findObjects } = await import('#views/describe/find-objects.ts');
  const model = buildModel(snapshot);
  const found = [...new Set(wanted.flatMap((each) => findObjects(model, each)))];
  // kubectl leaves Events out where it describes several objects.
  const events = found.length === 1;
  const texts = found.map((entry) => descriptionText(describeObject(model, entry, { events })));
  return texts.join('\n\n').trimEnd();
}

/** What the arguments ask for: `pod web`, `pods,services`, `pod/web service/web`. */
function wantedBy(args: readonly string[], namespace: string | undefined): readonly Wanted[] {
  const [first, ...names] = args;
  if (first === undefined) {
    throw new UserError('describe takes a kind, and the name of an object if you want only one.', {
      hint: 'Example: clusterbook describe deployment web -n shop',
    });
  }
  if (args.some((arg) => arg.includes('/'))) return args.map((arg) => slashed(arg, namespace));
  const resources = first.split(',').filter(Boolean);
  return resources.flatMap((resource) =>
    names.length === 0
      ? [{ resource, namespace }]
      : names.map((name) => ({ resource, name, namespace })),
  );
}

function slashed(arg: string, namespace: string | undefined): Wanted {
  const [resource = '', name = '', ...rest] = arg.split('/');
  if (resource !== '' && name !== '' && rest.length === 0) return { resource, name, namespace };
  throw new UserError(`"${arg}" does not name an object.`, {
    hint: 'Write KIND/NAME for each of them, or KIND NAME.',
  });
}

/**
 * The newest snapshot of the only cluster there is; samples do not count where there are others.
 *
 * @throws {UserError} When there is none, or more than one cluster.
 */
async function onlySnapshot(folder: string): Promise<string> {
  const { snapshots, damaged } = await listSnapshots(folder);
  const own = snapshots.filter(({ manifest }) => manifest.sample !== true);
  const among = own.length > 0 ? own : snapshots;
  const newest = among.toSorted((a, b) => (a.manifest.takenAt < b.manifest.takenAt ? 1 : -1))[0];
  if (newest === undefined) {
    if (damaged[0] !== undefined) throw damaged[0];
    throw new UserError(`There is no snapshot in ${folder}.`, {
      hint: 'Take one with clusterbook snapshot, or name a dump with --snapshot PATH.',
    });
  }
  const clusters = new Set(among.map(({ manifest }) => clusterIdOf(manifest.id)));
  if (clusters.size === 1) return newest.folder;
  throw new UserError(`${folder} holds snapshots of ${clusters.size} clusters.`, {
    hint: `Say which one with --snapshot ID: ${among.map(({ manifest }) => manifest.id).join(', ')}.`,
  });
}
