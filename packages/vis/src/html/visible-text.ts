// C0 and C1 controls but tab and line feed, marks that reorder or hide text, and what XML does not allow.
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0e\ufeff\ufff9-\ufffb\ufffe\uffff]/g;
const TAGS = /\udb40[\udc00-\udfff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const named = (text: string): string =>
  text.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Makes characters that hide, reorder or break text visible as `\uXXXX`; tab and line feed stay. */
export const visibleText = (text: string): string =>
  text.replace(/\r\n/g, '\n').replace(INVISIBLE, named).replace(TAGS, named).replace(LONE_SURROGATE, named);

/** The text as `visibleText`, on one line. */
export const visibleLine = (text: string): string =>
  visibleText(text).replace(/\n/g, ' ⏎ ').replace(/\t/g, ' ');
