import { isHarmless } from './harmless.ts';
import type { KeyWord } from './key-words.ts';
import type { Mark } from './marker.ts';

const word: KeyWord = { rule: 'url-password', strength: 'password' };

// Longest user part that is looked through for "@"; tokens of identity providers reach 2 kB.
const longestUserPart = 4096;
const endOfUrl = /[\s"'`<>|\\]/;
const endOfAuthority = /[/?#\s"'`<>|\\]/;
const port = /^\d{0,5}$/;

/**
 * The text with the password of every `scheme://user:password@host` masked; user, host and path stay. Without a
 * colon the user itself is masked when it looks like a token (`https://0123abcd…@host`). Templates stay.
 */
export function redactUrls(text: string, mark: Mark): string {
  let result = '';
  let done = 0;
  let sign = text.indexOf('@');
  for (let at = text.indexOf('://'); at !== -1; at = text.indexOf('://', at + 3)) {
    if (sign !== -1 && sign < at) sign = text.indexOf('@', at);
    if (sign === -1) break;
    if (at < done || sign - at > longestUserPart) continue;
    const span = secretOf(text, at + 3);
    if (span === undefined) continue;
    result += text.slice(done, span.from) + mark(word.rule, text.slice(span.from, span.to));
    done = span.to;
  }
  return redactDriverUrls(done === 0 ? text : result + text.slice(done), mark);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function secretOf(text: string, from: number): Span | undefined {
  const userPart = userPartOf(text.slice(from, from + longestUserPart));
  if (userPart === undefined) return undefined;
  const colon = userPart.indexOf(':');
  const secret = colon === -1 ? userPart : userPart.slice(colon + 1);
  if (colon === -1 && !looksLikeToken(secret)) return undefined;
  if (isHarmless(secret, word) || isTemplate(secret)) return undefined;
  return { from: from + userPart.length - secret.length, to: from + userPart.length };
}

/** What stands before the "@" of an authority; `undefined` where there is none, or a mark already. */
function userPartOf(rest: string): string | undefined {
  const authority = upTo(rest, endOfAuthority);
  if (authority.includes('‹')) return undefined;
  const at = authority.lastIndexOf('@');
  if (at !== -1)
    return /^sha\d+:/.test(authority.slice(at + 1)) ? undefined : authority.slice(0, at);
  // `user:pa/ss@host`: a "/" in the password ends the authority too early; no port is spelt so.
  const colon = authority.indexOf(':');
  if (colon === -1 || authority.startsWith('[') || port.test(authority.slice(colon + 1))) {
    return undefined;
  }
  const url = upTo(rest, endOfUrl);
  const later = url.lastIndexOf('@');
  return later === -1 || url.includes('‹') ? undefined : url.slice(0, later);
}

function upTo(text: string, end: RegExp): string {
  const index = text.search(end);
  return index === -1 ? text : text.slice(0, index);
}

function looksLikeToken(user: string): boolean {
  return user.length >= 16 && /\d/.test(user) && /^[\w.~-]+$/.test(user);
}

// Wholly made of templates, or of one that is cut off because it holds spaces or quotes.
function isTemplate(secret: string): boolean {
  return /^(?:\{\{|\$\{\{|<%)/.test(secret);
}

// `app:pass@tcp(db:3306)/shop` of Go's MySQL driver and `jdbc:oracle:thin:app/pass@db`.
const driverUrls =
  /(?<=(?:^|[\s"'=])[\w.-]{1,64}:)[^\s"'@]{1,128}(?=@(?:tcp|unix)\()|(?<=jdbc:oracle:\w{1,8}:[\w.-]{1,64}\/)[^\s"'@]{1,128}(?=@)/g;

function redactDriverUrls(text: string, mark: Mark): string {
  if (!/@(?:tcp|unix)\(|jdbc:oracle/.test(text)) return text;
  return text.replace(driverUrls, (secret) =>
    isHarmless(secret, word) ? secret : mark(word.rule, secret),
  );
}
