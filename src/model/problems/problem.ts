import type { Relation } from '#kinds/reference.ts';
import type { GroupKind, ObjectId } from '#snapshot/object-id.ts';
import type { PodCause } from './pod-cause.ts';

/** What shows that a problem is there: something that anyone can look up in the snapshot. */
export type Evidence =
  /** A field of an object, with its value as captured. Path as in {@link Reference.path}. */
  | {
      readonly type: 'field';
      readonly object: ObjectId;
      readonly path: string;
      readonly value: string;
    }
  /** Something that is not in a list which was captured in full. */
  | {
      readonly type: 'absent';
      readonly kind: GroupKind;
      /** The list that was read; absent for all namespaces, or a kind without. */
      readonly namespace?: string | undefined;
      /** A name; with `by: 'labels'` a selector: `app=web`. */
      readonly sought: string;
      readonly by: 'name' | 'labels';
      /** Objects in the list. */
      readonly among: number;
    };

interface Told {
  /** The object that a reader should go to: a Deployment rather than its Pods. */
  readonly at: ObjectId;
  /** At least one, what proves most first. */
  readonly evidence: readonly Evidence[];
}

/** A state that Pods of a workload are in. */
interface OfPods {
  /** The first Pod found in it. */
  readonly pod: ObjectId;
  /** How many Pods of the object are in it. */
  readonly pods: number;
}

interface OfContainers {
  /** Names of the containers, init containers included, in their order. */
  readonly containers: readonly string[];
  /** Pods that are alike, where what makes them was not captured; else 1. */
  readonly copies: number;
}

/** An API version that an object was written in. */
interface OldApi {
  readonly apiVersion: string;
  readonly kind: string;
  /** Minor version of Kubernetes from which it is no longer served: `1.25`. */
  readonly removedIn: string;
  /** `autoscaling/v2`; absent where nothing takes its place. */
  readonly instead?: string | undefined;
  /** Who wrote the object so: the name in managedFields, or `kubectl apply`. */
  readonly manager: string;
}

type Cause<Name extends PodCause['cause']> = Extract<PodCause, { cause: Name }>;

/** Something that is wrong, risky or left over, and that the snapshot proves. `code` is in its address. */
export type Problem = Told &
  (
    | { readonly code: 'missing-reference'; readonly relation: Relation; readonly target: ObjectId }
    | ({ readonly code: 'crash-loop'; readonly cause: Cause<'crash-loop'> } & OfPods)
    | ({ readonly code: 'image-pull'; readonly cause: Cause<'image-pull'> } & OfPods)
    | ({ readonly code: 'unschedulable'; readonly cause: Cause<'unschedulable'> } & OfPods)
    | {
        readonly code: 'failed-job';
        /** In the words of the Job's condition; empty when it says nothing. */
        readonly says: string;
        /** How its Pod ended. */
        readonly ended?: Cause<'ended'> | undefined;
      }
    | {
        readonly code: 'not-ready';
        readonly state: 'warn' | 'bad';
        /** As kubectl says it: `0/2 ready`. */
        readonly word: string;
        /** What a condition or a Pod of it says; empty when nothing does. */
        readonly says: string;
        readonly cause?: PodCause | undefined;
      }
    | {
        readonly code: 'webhook-nowhere';
        /** Names of the webhooks, all of one configuration. */
        readonly webhooks: readonly string[];
        readonly service: ObjectId;
        readonly why: 'no Service' | 'no Pod' | 'no ready Pod';
        /** `Fail` if one of them has it. */
        readonly failurePolicy: 'Fail' | 'Ignore';
      }
    | {
        readonly code: 'empty-service';
        readonly selector: string;
        /** An Ingress, a route or a webhook leads to it. */
        readonly isCalled: boolean;
      }
    | { readonly code: 'empty-policy'; readonly selector: string }
    | {
        readonly code: 'shared-service';
        readonly other: ObjectId;
        readonly pods: number;
        /** `80 → 8080` */
        readonly ports: string;
      }
    | ({ readonly code: 'shared-budget'; readonly other: ObjectId } & OfPods)
    | {
        readonly code: 'blocked-drain';
        /** Pods that the budget counts. */
        readonly expected: number;
        /** Of them, how many it wants healthy at any time. */
        readonly desired: number;
        readonly workloads: readonly ObjectId[];
      }
    | {
        readonly code: 'full-quota';
        readonly resource: string;
        readonly used: string;
        readonly hard: string;
      }
    | ({ readonly code: 'removed-api' } & OldApi)
    | ({ readonly code: 'deprecated-api' } & OldApi)
    | ({ readonly code: 'latest-tag'; readonly images: readonly string[] } & OfContainers)
    | ({
        readonly code: 'missing-requests';
        /** `cpu`, `memory`: what at least one of the containers does not ask for. */
        readonly resources: readonly string[];
      } & OfContainers)
    | { readonly code: 'unused-config' }
    | { readonly code: 'unused-claim'; readonly size: string }
  );

/** What kind of problem it is; there is a page for each. */
export type ProblemCode = Problem['code'];

/** A problem of one code. */
export type ProblemOf<Code extends ProblemCode> = Extract<Problem, { code: Code }>;
