import { parsePath, shannonEntropy } from '@casebook/analysis';

it.each([
  ['C:\\Windows\\System32\\cmd.EXE', 'windows', 'C:\\', ['Windows', 'System32'], 'cmd.EXE', 'exe'],
  ['"c:\\a b\\c"', 'windows', 'c:\\', ['a b'], 'c', ''],
  ['C:/mixed\\a.tar.gz', 'windows', 'C:/', ['mixed'], 'a.tar.gz', 'gz'],
  ['C:here.txt', 'windows', 'C:', [], 'here.txt', 'txt'],
  ['\\\\?\\C:\\long\\a.txt', 'windows', '\\\\?\\C:\\', ['long'], 'a.txt', 'txt'],
  ['\\Windows\\a.dll', 'windows', '\\', ['Windows'], 'a.dll', 'dll'],
  ['\\\\server\\share\\folder\\a.ps1', 'unc', '\\\\server\\share\\', ['folder'], 'a.ps1', 'ps1'],
  ['\\\\?\\UNC\\server\\share\\a', 'unc', '\\\\?\\UNC\\server\\share\\', [], 'a', ''],
  ['\\\\server', 'unc', '\\\\server', [], '', ''],
  ['/usr/bin/python3.11', 'linux', '/', ['usr', 'bin'], 'python3.11', '11'],
  ['/etc//a\\b', 'linux', '/', ['etc'], 'a\\b', ''],
  ['/', 'linux', '/', [], '', ''],
  ['/root/.bashrc', 'linux', '/', ['root'], '.bashrc', ''],
  ['..\\up\\a.bat', 'relative', '', ['..', 'up'], 'a.bat', 'bat'],
  ['./a/b/', 'relative', '', ['.', 'a', 'b'], '', ''],
  ['cmd.exe', 'relative', '', [], 'cmd.exe', 'exe'],
  ['', 'relative', '', [], '', ''],
])('parses %j', (path, kind, root, folders, file, extension) =>
  expect(parsePath(path)).toEqual({ kind, root, folders, file, extension }),
);

it.each([
  ['', 0],
  ['aaaa', 0],
  ['ab', 1],
  ['abcd', 2],
  ['aab', 0.9182958340544896],
  ['😀é', 1],
])('the entropy of %j is %d bits', (text, bits) => expect(shannonEntropy(text)).toBeCloseTo(bits, 12));
