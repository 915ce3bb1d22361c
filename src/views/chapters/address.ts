/** Whether a text is an address: some programs that dump a cluster write a mark in the place of each. */
export function isAddress(ip: string): boolean {
  return /^[\da-f.:]+$/i.test(ip);
}
