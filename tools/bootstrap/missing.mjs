/** Something that the user must install; its message is one sentence. */
export class Missing extends Error {}

/** Runs `npm start` or `npm test`: something missing ends it with its sentence and exit code 2. */
export async function orExplain(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}
