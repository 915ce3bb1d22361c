/** What a scanner comes upon; `text` is a whole JSON value unless it says otherwise. */
export type JsonEvent =
  | { readonly type: 'document'; readonly text: string; readonly line: number }
  /** A list begins; `text` ends with the bracket of its items, which go by the name of `key`. */
  | { readonly type: 'list'; readonly text: string; readonly key: string }
  | { readonly type: 'item'; readonly text: string; readonly line: number }
  /** A list ends; `text` is the list without items. */
  | { readonly type: 'listEnd'; readonly text: string }
  | { readonly type: 'arrayEnd' }
  /** What began on the line is not JSON, or does not end. */
  | { readonly type: 'broken'; readonly line: number; readonly why: Why };

/** `long text`: one of its strings is. `heavy`: it has too many values to be held. */
export type Why = 'not valid' | 'too long' | 'long text' | 'heavy';
