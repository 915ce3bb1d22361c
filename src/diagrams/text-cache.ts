/**
 * Where costly results are kept between builds, by what they were made from. The key is long text;
 * a cache may hash it. Passed in, so that drawing needs no files.
 */
export interface TextCache {
  get(key: string): Promise<string | undefined>;
  set(key: string, text: string): Promise<void>;
}

/** A cache that keeps nothing. */
export const noCache: TextCache = {
  get: async () => undefined,
  set: async () => {},
};
