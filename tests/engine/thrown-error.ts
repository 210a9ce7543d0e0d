import { expect } from 'vitest';
import { EngineError } from '../../engine/engine-error.js';

/** The EngineError that a call throws; fails if it throws nothing, or anything else. */
export function thrownBy(call: () => unknown): EngineError {
  let thrown: unknown;
  try {
    call();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(EngineError);
  const error = thrown as EngineError;
  expect(error.message.split('\n')[1]).toMatch(/^Maybe \S/);
  return error;
}

/** What a call answers, or the EngineError it throws; anything else thrown passes. */
export function answerOrError<T>(call: () => T): T | EngineError {
  try {
    return call();
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
}
