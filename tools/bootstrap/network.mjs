import { npm } from './npm.mjs';

/** Whether the package registry answers anything within a few seconds. */
export async function hasNetwork() {
  const { code, output } = await npm(['ping', '--fetch-retries=0', '--fetch-timeout=5000'], {
    until: { limit: 7000, pattern: /PONG|E[45]\d\d/ },
  });
  return code === 0 || /\bE[45]\d\d\b/.test(output);
}

/** The sentence for a machine without a network. */
export const NO_NETWORK =
  'No network: connect to the internet (or to your package mirror) so that the missing packages can be installed, then run the command again.';
