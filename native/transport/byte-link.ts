/** The other end is gone: a cable pulled, a process ended. Not the same as silence. */
export class Unplugged extends Error {
  override name = 'Unplugged';
}

/** Two-way bytes to one device: a serial port, a serial-over-TCP box, or a stand-in. */
export interface ByteLink {
  /** Rejects with Unplugged when the device is known to be gone. Never queues for a later reopening. */
  write(bytes: Uint8Array): Promise<void>;
  /** Bytes as they arrive, cut anywhere. Rejects with Unplugged, or with the signal's reason. */
  nextChunk(signal: AbortSignal): Promise<Uint8Array>;
  /** Throws away what has arrived and was not asked for. */
  discard(): Promise<void>;
  close(): Promise<void>;
  /** Resolves with the reason when the device goes away. */
  readonly gone: Promise<string>;
}
