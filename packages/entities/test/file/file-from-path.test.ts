import { fileFromPath, filePath } from '@casebook/entities';

test('a path is cut into folder and name, and put together again', () => {
  const paths = ['C:\\Windows\\a.exe', 'C:\\a.exe', '/usr/bin/ls', '/ls', 'a.exe', '\\\\srv\\share\\a.exe'];
  const files = paths.map((path) => fileFromPath(path));
  expect(files.map((file) => file?.Directory)).toEqual([
    'C:\\Windows',
    'C:\\',
    '/usr/bin',
    '/',
    undefined,
    '\\\\srv\\share',
  ]);
  expect(files.map((file) => file && filePath(file))).toEqual(paths);
});
