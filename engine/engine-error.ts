/**
 * Bad use of the engine: a number out of range, a weight that is not finite, an impossible request.
 *
 * Bad data is never thrown: it is answered with findings (see `finding.ts`).
 * The message says what is wrong, its second line starts with "Maybe" and says what to do.
 */
export class EngineError extends Error {
  readonly code: string;
  readonly value: unknown;
  readonly advice: string;

  constructor(code: string, message: string, advice: string, value?: unknown) {
    super(`${message}\nMaybe ${advice}`);
    this.name = 'EngineError';
    this.code = code;
    this.value = value;
    this.advice = advice;
  }
}
