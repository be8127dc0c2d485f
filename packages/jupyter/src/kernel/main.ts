import { launchKernel } from './launch-kernel';

const [connectionFile] = process.argv.slice(2);
if (connectionFile === undefined) {
  process.stderr.write('casebook kernel: no connection file given\n');
  process.exitCode = 2;
} else {
  launchKernel(connectionFile).catch((error: unknown) => {
    process.stderr.write(`casebook kernel: ${String(error)}\n`);
    process.exitCode = 3;
  });
}
