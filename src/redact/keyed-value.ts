import { isHarmless } from './harmless.ts';
import type { KeyWord } from './key-words.ts';
import type { Mark } from './marker.ts';
import { redactUrls } from './urls.ts';

const scheme = /^(?:Bearer|Basic|Token|Digest|ApiKey)\s+(?=\S)/i;
// `db.shop.svc:5432/orders`, `Server=db;Database=shop`: an address or settings, to be looked into and not masked whole.
const address = /^(?:localhost|[\w-]+(?:\.[\w-]+)+|[\w.-]+(?=:\d))(?::\d+)?(?:[/,?][^\s@]*)?$/;
const settings = /\w\s*=/;
const webAddress = /^(https?:\/\/([^/\s:]+)(?::\d+)?\/)(.+)$/;
// Inside the cluster the path is a route, not a secret.
const inside = /^(?:[\w-]+|localhost|[\d.]+|.*\.(?:svc|local|internal))$|\.svc\./;
const ordinaryPath = /^[a-z/_-]{0,60}$/;

/**
 * The value under a name that marks it as secret: a mark, or the value with the secret part of it masked. A harmless
 * value comes back as it is, and so do settings whose password only a scan of the text can find.
 */
export function redactKeyed(value: string, word: KeyWord, mark: Mark): string {
  if (isHarmless(value, word)) return value;
  if (word.strength === 'connection') return redactConnection(value, word, mark);
  if (word.strength === 'webhook') return redactWebhook(value, word, mark);
  const start = scheme.exec(value)?.[0] ?? '';
  return start + mark(word.rule, value.slice(start.length));
}

function redactConnection(value: string, word: KeyWord, mark: Mark): string {
  if (value.includes('://') || /@(?:tcp|unix)\(|^jdbc:/.test(value)) return redactUrls(value, mark);
  return address.test(value) || settings.test(value) ? value : mark(word.rule, value);
}

function redactWebhook(value: string, word: KeyWord, mark: Mark): string {
  const [, before, host = '', path = ''] = webAddress.exec(value) ?? [];
  if (before === undefined) {
    return /^https?:\/\/[^/\s]*\/?$/.test(value) ? value : mark(word.rule, value);
  }
  const isRoute = inside.test(host) && ordinaryPath.test(path);
  return isRoute || path.startsWith('‹') ? value : before + mark(word.rule, path);
}
