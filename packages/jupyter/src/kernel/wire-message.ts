import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** The header of a Jupyter message. */
export interface WireHeader {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

/** A Jupyter message as it arrived. */
export interface WireMessage {
  /** The way back to the sender. */
  readonly identities: readonly Buffer[];
  readonly header: WireHeader;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly content: Readonly<Record<string, unknown>>;
}

const DELIMITER = Buffer.from('<IDS|MSG>');

const sign = (key: string, parts: readonly Buffer[]): string => {
  if (key === '') return '';
  const hash = createHmac('sha256', key);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

const sameText = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const parse = <T>(part: Buffer | undefined): T => JSON.parse((part ?? Buffer.from('{}')).toString()) as T;

/** Reads the frames of a message; undefined where the frame or the signature is wrong, which Jupyter wants ignored. */
export const readMessage = (key: string, frames: readonly Buffer[]): WireMessage | undefined => {
  const at = frames.findIndex((frame) => frame.equals(DELIMITER));
  const [signature, ...parts] = frames.slice(at + 1);
  if (at < 0 || !signature || parts.length < 4) return undefined;
  if (!sameText(signature.toString(), sign(key, parts.slice(0, 4)))) return undefined;
  return {
    identities: frames.slice(0, at),
    header: parse(parts[0]),
    metadata: parse(parts[2]),
    content: parse(parts[3]),
  };
};

/** What a message that the kernel sends says. */
export interface Outgoing {
  readonly type: string;
  readonly content: object;
  /** The message that it answers. */
  readonly parent?: WireMessage;
  /** The session of the kernel. */
  readonly session: string;
}

/** The frames of a message to send, signed, without the way to the receiver. */
export const writeMessage = (key: string, { type, content, parent, session }: Outgoing): Buffer[] => {
  const header: WireHeader = {
    msg_id: randomUUID(),
    msg_type: type,
    session,
    username: 'kernel',
    date: new Date().toISOString(),
    version: '5.3',
  };
  const parts = [header, parent?.header ?? {}, {}, content].map((part) => Buffer.from(JSON.stringify(part)));
  return [DELIMITER, Buffer.from(sign(key, parts)), ...parts];
};
