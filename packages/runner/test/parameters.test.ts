import { parameterFromText, toLiteral, type ParameterValue } from '@casebook/runner';
import { describeType, readDeclarations } from '../src/parameters/read-declarations';

function described(source: string): string[] {
  return readDeclarations(source).map(
    ({ keyword, name, type, ...rest }) =>
      `${keyword} ${name}: ${describeType(type)}${'default' in rest ? ` = ${toLiteral(rest.default)}` : ''}`,
  );
}

describe('readDeclarations', () => {
  it('reads names, types and defaults, annotated or told by the literal', () => {
    const source = `
      // const not: string = 'there';
      const host: string = 'WS-017', days = 7;
      let rate: number = -0.5e3
      const deep = true /* a comment; */
      var ids: readonly string[] = ['a', "b\\n", \`c\`]
      const kind: 'fast' | 'slow' = 'fast';
      const maybe: string | undefined = undefined;
      const big = 9007199254740993n;
      const options: { a: number; b: string } = { a: 1, 'b': 'x' };
      const later = new Date();
      const text = \`\${host}\`;`;
    expect(described(source)).toEqual([
      'const host: string = "WS-017"',
      'const days: number = 7',
      'let rate: number = -500',
      'const deep: boolean = true',
      'var ids: string[] = ["a", "b\\n", "c"]',
      'const kind: "fast" | "slow" = "fast"',
      'const maybe: string | undefined = undefined',
      'const big: bigint = 9007199254740993n',
      'const options: any = { ["a"]: 1, ["b"]: "x" }',
      'const later: any',
      'const text: any',
    ]);
  });

  it('passes over everything else', () => {
    const source = `import { a } from 'casebook';
      function f() { const inner = 1; return inner; }
      console.log("const no = 1;");
      const yes = 'here';`;
    expect(described(source)).toEqual(['const yes: string = "here"']);
  });
});

describe('parameterFromText', () => {
  const [host, days, deep, ids, kind, maybe] = readDeclarations(
    "const host = 'x', days = 7, deep = true, ids: string[] = [], kind: 'fast' | 'slow' = 'fast', maybe: string | number = 1;",
  );

  it.each([
    [host, '7', '7'],
    [host, 'true', 'true'],
    [host, '', ''],
    [days, '7', 7],
    [days, '-1.5e2', -150],
    [deep, 'false', false],
    [ids, '["a","b"]', ['a', 'b']],
    [kind, 'slow', 'slow'],
    [maybe, '12', 12],
    [maybe, 'twelve', 'twelve'],
  ])('%j takes %j', (parameter, text, value) => {
    expect(parameter && parameterFromText(parameter, text)).toEqual(value);
  });

  it.each([
    [days, 'seven'],
    [days, 'Infinity'],
    [days, ''],
    [deep, 'yes'],
    [ids, 'a'],
    [ids, '[1]'],
    [kind, 'medium'],
  ])('%j refuses %j', (parameter, text) => {
    expect(() => parameter && parameterFromText(parameter, text)).toThrow(
      expect.objectContaining({ code: 'InvalidParameter' }),
    );
  });
});

describe('toLiteral', () => {
  const hostile: ParameterValue[] = [
    'quote " and \' and ` and ${x}',
    'line\nfeed \r \u2028 \u2029 \u0000 \ud800 \\',
    '*/ // </script>',
    [1, -0, 1.5e300, null, [true]],
    { a: 'b', 'strange key "': 2 },
    12345678901234567890n,
  ];

  it.each(hostile.map((value) => [value]))('reads back equal: %p', (value) => {
    expect(new Function(`return (${toLiteral(value)});`)()).toEqual(value);
  });

  it('keeps __proto__ an ordinary key', () => {
    const value = JSON.parse('{"__proto__": {"x": 1}}') as ParameterValue;
    const back = new Function(`return (${toLiteral(value)});`)() as object;
    expect(Object.keys(back)).toEqual(['__proto__']);
  });
});
