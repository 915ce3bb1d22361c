import { loadBook } from '#site/book.ts';
import { diffMarkdown } from '#site/diffs.ts';

interface Props {
  readonly index: number;
}

/** The comparison as `diff --format markdown` prints it. */
export async function getStaticPaths() {
  const { pairs, routes } = await loadBook();
  return pairs.map(({ before, after }, index) => ({
    params: { pair: routes.diff(before.id, after.id).split('/').at(-2) },
    props: { index },
  }));
}

export async function GET({ props }: { readonly props: Props }): Promise<Response> {
  const pair = (await loadBook()).pairs[props.index];
  if (pair === undefined) throw new Error(`The book has no pair ${props.index}.`);
  return new Response(diffMarkdown(pair));
}
