// Old syntax throughout: this file must parse on any Node that knows ECMAScript modules.
var LEAST = [20, 19];

/** Ends the process with one sentence where Node is too old. */
export function requireNode(command) {
  var parts = process.versions.node.split('.').map(Number);
  var isEnough = parts[0] > LEAST[0] || (parts[0] === LEAST[0] && parts[1] >= LEAST[1]);
  if (isEnough) return true;
  console.error(
    'Node ' +
      process.versions.node +
      ' is too old: install Node ' +
      LEAST.join('.') +
      ' or newer, then run `' +
      command +
      '` again.',
  );
  process.exitCode = 2;
  return false;
}
