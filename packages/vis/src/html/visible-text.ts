// C0 and C1 controls but tab and line feed, and the marks that reorder or hide text.
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const named = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Makes characters that hide, reorder or break text visible as `\uXXXX`; tab and line feed stay. */
export const visibleText = (text: string): string =>
  text.replace(INVISIBLE, named).replace(LONE_SURROGATE, named);
