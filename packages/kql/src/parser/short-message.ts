const MOST = 400;
const HEAD = 250;
const TAIL = 100;

/** A message that quotes a text, without the middle of what is longer than can be read. */
export const shortMessage = (message: string): string =>
  message.length > MOST ? `${message.slice(0, HEAD)} … ${message.slice(-TAIL)}` : message;
