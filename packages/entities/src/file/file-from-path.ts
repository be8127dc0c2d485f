import { compact } from '../compact';
import type { File } from './file';

/** The file at a Windows or POSIX path; an empty path is null. */
export const fileFromPath = (path: string): File | null => {
  if (path.trim() === '') return null;
  const cut = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
  const folder = path.slice(0, cut);
  const root = cut === 0 || /^[A-Za-z]:$/.test(folder);
  return compact({
    Type: 'file',
    Directory: cut < 0 ? '' : root ? path.slice(0, cut + 1) : folder,
    Name: path.slice(cut + 1),
  }) as File;
};

/** The file's full path, as far as it is known. */
export const filePath = ({ Directory = '', Name = '' }: File): string => {
  if (Directory === '' || Name === '') return Directory + Name;
  if (/[\\/]$/.test(Directory)) return Directory + Name;
  return `${Directory}${Directory.includes('\\') || /^[A-Za-z]:/.test(Directory) ? '\\' : '/'}${Name}`;
};
