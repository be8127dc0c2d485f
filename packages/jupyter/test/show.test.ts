import { CasebookError } from '@casebook/core';
import { cellSignal, show } from '@casebook/jupyter';

const printed = (code: () => void): string => {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    code();
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
};

test('outside a notebook a value is printed as text', () => {
  expect(printed(() => show('plain'))).toBe('plain\n');
  expect(printed(() => show({ a: 1 }, { id: 'x' }))).toBe('{ a: 1 }\n');
});

test('a promise is refused with the way out', () => {
  expect(() => show(Promise.resolve(1))).toThrow(
    new CasebookError('InvalidValue', 'pending value: a promise', { help: 'Write show(await …).' }),
  );
});

test('outside a notebook there is no signal of a cell', () => {
  expect(cellSignal()).toBeUndefined();
});
