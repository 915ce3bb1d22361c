/**
 * A cell as kubectl prints it: one line. Text behind a line break is cut, and three dots say so.
 *
 * @see https://github.com/kubernetes/cli-runtime/blob/master/pkg/printers/tableprinter.go
 */
export function tableCell(text: string): string {
  const end = text.search(/[\f\n\r]/);
  return end === -1 ? text : `${text.slice(0, end)}...`;
}
