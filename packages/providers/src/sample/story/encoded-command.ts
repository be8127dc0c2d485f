/** The argument of PowerShell's `-EncodedCommand`: base64 of UTF-16LE. */
export const encodedCommand = (script: string): string => Buffer.from(script, 'utf16le').toString('base64');

/** The usual paths of Windows tools. */
export const TOOLS = {
  powershell: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
  cmd: 'C:\\Windows\\System32\\cmd.exe',
  system32: 'C:\\Windows\\System32\\',
} as const;
