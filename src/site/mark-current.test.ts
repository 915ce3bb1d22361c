import { expect, test } from 'vitest';
import { markCurrent } from './mark-current.ts';

const navigation =
  '<details><summary>A</summary><a href="/a/1/">1</a></details>' +
  '<details><summary>B</summary><a href="/b/1/">1</a><a href="/b/2/">2</a></details>' +
  '<a href="/c/">c</a>';

test('the page is marked, and the group it stands in opens', () => {
  expect(markCurrent(navigation, '/b/2/')).toBe(
    '<details><summary>A</summary><a href="/a/1/">1</a></details>' +
      '<details open><summary>B</summary><a href="/b/1/">1</a>' +
      '<a href="/b/2/" aria-current="page">2</a></details>' +
      '<a href="/c/">c</a>',
  );
});

test('what holds the page is marked as well, but not as the page', () => {
  expect(markCurrent('<a href="/c/">c</a><a href="/d/">d</a>', '/d/x/', ['/c/'])).toBe(
    '<a href="/c/" aria-current="true">c</a><a href="/d/">d</a>',
  );
});
