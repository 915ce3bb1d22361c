import { type CardLine, type Prose, text } from '#views/chapters/prose.ts';

const words = {
  proven: 'proven by ',
  here: 'in this cluster',
  typical: 'typical',
  unseen: 'typical; one end is out of sight',
} as const satisfies Record<CardLine['evidence'], string>;

/** How a line of a card is known: `proven by Lease kube-scheduler`, `typical`. */
export function howKnown({ evidence, proof }: CardLine): readonly Prose[] {
  return [text(words[evidence]), ...(evidence === 'proven' ? (proof ?? []) : [])];
}

const ranks = { proven: 0, here: 1, typical: 2, unseen: 3 } as const satisfies Record<
  CardLine['evidence'],
  number
>;

/** Lines with what the snapshot shows first. */
export function surestFirst(lines: readonly CardLine[]): readonly CardLine[] {
  return lines.toSorted((a, b) => ranks[a.evidence] - ranks[b.evidence]);
}
