/** A file could not be written: what happened, and on a second line what to do about it. */
export class OutputError extends Error {
  readonly code: 'no-permission' | 'not-a-folder' | 'is-a-folder' | 'disk-full' | 'read-only' | 'failed';
  readonly path: string;

  constructor(code: OutputError['code'], path: string, message: string, advice: string, cause?: unknown) {
    super(`${message}\n${advice}`, { cause });
    this.name = 'OutputError';
    this.code = code;
    this.path = path;
  }
}
