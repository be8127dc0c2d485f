const CODE = 'window.__harmed=1';

const VECTORS = [
  `<script>${CODE}</script>`,
  `<img src=x onerror=${CODE}>`,
  `<svg onload=${CODE}>`,
  `<svg><script>${CODE}</script></svg>`,
  `<svg><animate onbegin=${CODE} attributeName=x dur=1s>`,
  `<iframe srcdoc="<script>parent.${CODE}</script>"></iframe>`,
  `<iframe src="javascript:${CODE}"></iframe>`,
  `<body onload=${CODE}>`,
  `<details open ontoggle=${CODE}>x</details>`,
  `<input autofocus onfocus=${CODE}>`,
  `<a href="javascript:${CODE}">x</a>`,
  `<a href="data:text/html,<script>${CODE}</script>">x</a>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${CODE}>`,
  `<video><source onerror=${CODE}></video>`,
  `<object data="javascript:${CODE}"></object>`,
  `<style>@import 'x';*{background:red}</style>`,
  `<link rel=stylesheet href=data:,x>`,
  `<base href="//evil.example/">`,
  `<meta http-equiv=refresh content="0;url=javascript:${CODE}">`,
  `<form action="javascript:${CODE}"><button>x</button></form>`,
  `<template><script>${CODE}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${CODE}>">`,
  `<!--><img src=x onerror=${CODE}>-->`,
  `<![CDATA[<img src=x onerror=${CODE}>]]>`,
  `<?xml version="1.0"?><x/>`,
  `<!ENTITY x "y">`,
  `&lt;img src=x onerror=${CODE}&gt;`,
  `&#60;img src=x onerror=${CODE}&#62;`,
  `\\u003cimg src=x onerror=${CODE}\\u003e`,
  `" onmouseover="${CODE}" x="`,
  `' onmouseover='${CODE}' x='`,
  '` onmouseover=`' + CODE + '`',
  `" style="background:url(javascript:${CODE})"`,
  `</td></tr></table><img src=x onerror=${CODE}>`,
  `</text></svg><img src=x onerror=${CODE}>`,
  `</title></head><img src=x onerror=${CODE}>`,
  `</script><script>${CODE}</script>`,
  `<!--<script>${CODE}//`,
  `";${CODE};//`,
  `');${CODE};//`,
  '${' + CODE + '}',
  `$\\unicode{<img src=x onerror=${CODE}>}$`,
  `%{customdata}<extra></extra><a href="javascript:${CODE}">x</a>`,
  `<b>bold</b><br><sup>up</sup>`,
  `<span style="font-size:99px">big</span>`,
  `__proto__`,
  `constructor`,
  `javascript:${CODE}`,
];

const WRAPS: readonly ((vector: string) => string)[] = [
  (vector) => vector,
  (vector) => `">${vector}`,
  (vector) => `'>${vector}`,
  (vector) => `</script>${vector}`,
  (vector) => `-->${vector}`,
  (vector) => `]]>${vector}`,
  (vector) => `</style>${vector}<!--`,
  (vector) => `\u0000${vector}`,
  (vector) => `\u202e${vector}\u2028`,
  (vector) => `\ud800${vector}\r\n`,
  (vector) => vector.replace(/</g, '<\u0000'),
];

/** The vectors as they are. */
export const HOSTILE_VECTORS: readonly string[] = VECTORS;

/** Every vector in every wrap: texts that would run a script, add an element or break out where escaping fails. */
export const HOSTILE_VALUES: readonly string[] = [
  ...new Set(WRAPS.flatMap((wrap) => VECTORS.map((vector) => wrap(vector)))),
];
