/** A reason to look at a command that was run with the rights of another. */
export interface SudoRisk {
  readonly name: string;
  /** What it may be for. */
  readonly why: string;
  /** Whether a command shows it; must be linear. */
  readonly test: (command: string) => boolean;
}

/** The commands of a line: what stands between `;`, `|`, `&` and line breaks. */
const partsOf = (command: string): readonly string[] => command.split(/[;|&\n]/);

const matches =
  (pattern: RegExp): ((command: string) => boolean) =>
  (command) =>
    pattern.test(command);

/** Whether one part of a line matches both. */
const both =
  (one: RegExp, other: RegExp): ((command: string) => boolean) =>
  (command) =>
    partsOf(command).some((part) => one.test(part) && other.test(part));

const downloadsAndRuns = (command: string): boolean => {
  const stages = command.split('|');
  return stages.some(
    (stage, at) =>
      at > 0 &&
      /^\s{0,8}(?:sudo )?(?:\S{0,64}\/)?(?:(?:ba|da|z|k)?sh|python[\d.]{0,4}|perl)\b/.test(stage) &&
      stages.slice(Math.max(0, at - 2), at).some((before) => /\b(?:wget|curl|base64)\b/.test(before)),
  );
};

const SHELLS: ReadonlySet<string> = new Set([
  'sh',
  'bash',
  'dash',
  'zsh',
  'ksh',
  'csh',
  'tcsh',
  'fish',
  'su',
]);

const isShell = (command: string): boolean => SHELLS.has(command.split(' ', 1)[0]?.split('/').at(-1) ?? '');

const toOutside = both(/\b(?:nc|ncat|netcat)\b/, /\s-\w{0,8}e\b/);

const opensShell = (command: string): boolean => /\/dev\/(?:tcp|udp)\//.test(command) || toOutside(command);

/**
 * The risks that `sudoCommands` knows; spread it and add to it. The first five are those of MSTICPy's cmd_line_rules for syslog (a shell
 * only where it is what was run, a download only where a shell runs it), the others techniques of MITRE ATT&CK for Linux.
 */
export const SUDO_RISKS: readonly SudoRisk[] = [
  { name: 'authorized_keys', why: 'a way to log on again (T1098.004)', test: matches(/\bauthorized_keys/) },
  { name: 'download_and_run', why: 'code from elsewhere (T1105, T1059.004)', test: downloadsAndRuns },
  {
    name: 'fork_bomb',
    why: 'the host is to stop (T1499)',
    test: (command) => command.replaceAll(' ', '').includes(':(){:|:&};:'),
  },
  { name: 'to_dev_null', why: 'files are to vanish (T1070.004)', test: both(/\bmv\b/, /\/dev\/null/) },
  {
    name: 'shell',
    why: 'what follows is not logged (T1548.003)',
    test: isShell,
  },
  { name: 'credentials', why: 'password hashes (T1003.008)', test: matches(/\/etc\/g?shadow\b/) },
  { name: 'sudoers', why: 'more rights (T1548.003)', test: matches(/\/etc\/sudoers|\bvisudo\b/) },
  {
    name: 'account',
    why: 'a new or stronger account (T1136.001, T1098)',
    test: matches(/\b(?:useradd|adduser|usermod|chpasswd|gpasswd)\b/),
  },
  {
    name: 'setuid',
    why: 'rights that stay (T1548.001)',
    test: both(/\bchmod\b/, /\s(?:[ugo]{0,3}\+[rwx]{0,3}s|0?[4-7][0-7]{3})\b/),
  },
  {
    name: 'reverse_shell',
    why: 'a way in from outside (T1059.004)',
    test: opensShell,
  },
  {
    name: 'log_tampering',
    why: 'traces are to vanish (T1070.002)',
    test: both(/\b(?:rm|truncate|shred|dd|tee)\b|>/, /\/var\/log\b/),
  },
  {
    name: 'defences_off',
    why: 'nobody is to look (T1562)',
    test: both(
      /\b(?:systemctl|service|setenforce|ufw|iptables|auditctl|pkill|killall)\b/,
      /\b(?:stop|disable|mask|setenforce 0|auditd|rsyslogd?|falco|osqueryd)\b|\s-(?:F|D|e ?0)\b/,
    ),
  },
];
