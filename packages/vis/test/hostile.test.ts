import { PLOTLY_TYPE, render } from '@casebook/vis';
import { HOSTILE_VALUES } from './hostile-values';
import { valuesWith } from './values-with-text';

/** The tags of an HTML text with the names of their attributes; long cells have a title, others none. */
const tags = (html: string): string =>
  (html.replace(/<script>[^]*?<\/script>/g, '<script></script>').match(/<[^>]*>/g) ?? [])
    .map((tag) =>
      tag
        .replace(/="[^"]*"/g, '=""')
        .replace(' title=""', '')
        .replace(/\s+/g, ' '),
    )
    .join('');

const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(texts)
      : [];

const plain = valuesWith('plain').map((value) => tags(render(value)['text/html'] ?? ''));

const outputs = HOSTILE_VALUES.flatMap((hostile) =>
  valuesWith(hostile).map((value, at) => ({ hostile, at, bundle: render(value) })),
);

const offenders = (harms: (output: (typeof outputs)[number]) => boolean): string[] =>
  outputs.filter(harms).map(({ hostile, at }) => `${at}: ${JSON.stringify(hostile)}`);

describe(`${HOSTILE_VALUES.length} hostile values in every renderer`, () => {
  test('add no tag and no attribute', () => {
    expect(offenders(({ at, bundle }) => tags(bundle['text/html'] ?? '') !== plain[at])).toEqual([]);
  });

  test('bring no tag, entity or formula to Plotly', () => {
    const PSEUDO_HTML = /<(?!br>)|(?<!<br)>|&(?!(?:amp|lt|gt|#36);)|\$/;
    const harms = ({ bundle }: (typeof outputs)[number]): boolean =>
      texts(bundle[PLOTLY_TYPE]).some((text) => PSEUDO_HTML.test(text));
    expect(offenders(harms)).toEqual([]);
  });

  test('leave no invisible character in an output', () => {
    const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069]/;
    expect(offenders(({ bundle }) => texts(bundle).some((text) => INVISIBLE.test(text)))).toEqual([]);
  });

  test('end no script', () => {
    const harms = ({ bundle }: (typeof outputs)[number]): boolean =>
      (bundle['text/html'] ?? '')
        .split('<script>')
        .slice(1)
        .some((script) => (script.match(/<\/?script|<!--/gi) ?? []).length !== 1);
    expect(offenders(harms)).toEqual([]);
  });
});
