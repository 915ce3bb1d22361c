import type { KubeObject } from '#snapshot/kube-object.ts';
import { frontCoded, recencyCoded } from './column-codes.ts';
import { detailsOf } from './object-details.ts';
import type { DetailType, SearchDetails, SearchIndex } from './search-index.ts';

/** Gathers the details of objects, each text and each combination once. */
export class DetailSets {
  readonly #types = {
    image: new Texts(),
    host: new Texts(),
    key: new Texts(),
    label: new Texts(),
    about: new Texts(),
  } as const satisfies Record<DetailType, Texts>;
  readonly #known = new Map<string, number>();

  /** Which of the combinations an object has. */
  placeOf(object: KubeObject): number {
    const byType = detailsOf(object);
    const key = JSON.stringify(byType);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    for (const [type, texts] of Object.entries(this.#types)) texts.add(byType[type as DetailType]);
    const place = this.#known.size;
    this.#known.set(key, place);
    return place;
  }

  /** What was gathered, as the index holds it. */
  tables(): SearchIndex['details'] {
    const { image, host, key, label, about } = this.#types;
    return {
      image: image.table(),
      host: host.table(),
      key: key.table(),
      label: label.table(),
      about: about.table(),
    };
  }
}

/** The details of one type. */
class Texts {
  readonly #places = new Map<string, number>();
  readonly #sets: number[][] = [];
  readonly #code = recencyCoded();

  add(texts: readonly string[]): void {
    this.#sets.push(
      texts.map((text) => {
        const place = this.#places.get(text) ?? this.#places.size;
        this.#places.set(text, place);
        return this.#code(place);
      }),
    );
  }

  table(): SearchDetails {
    return { texts: frontCoded([...this.#places.keys()]), sets: this.#sets };
  }
}
