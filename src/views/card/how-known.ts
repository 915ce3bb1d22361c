import { type CardLine, type Prose, text } from '#views/chapters/prose.ts';

const words = {
  proven: 'proven by ',
  here: 'in this cluster; that it is read is typical',
  typical: 'typical',
  unseen: 'typical; one end is out of sight',
} as const satisfies Record<CardLine['evidence'], string>;

/** How a line of a card is known: `proven by Lease kube-scheduler`, `typical`. */
export function howKnown({ evidence, proof }: CardLine): readonly Prose[] {
  return [text(words[evidence]), ...(evidence === 'proven' ? (proof ?? []) : [])];
}
