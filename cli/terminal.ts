import type { Language } from '../engine/index.js';

/** Where a command speaks: its answer on stdout, everything else on stderr. */
export interface Terminal {
  readonly language: Language;
  /** the answer */
  answer(text: string): void;
  /** a remark, an error */
  remark(text: string): void;
  /** colour on stdout, on stderr */
  readonly colour: { readonly answer: boolean; readonly remark: boolean };
  /** someone watches stderr: progress is worth showing */
  readonly watched: boolean;
}

/** The terminal of this process; colours obey NO_COLOR and stop where output is piped. */
export function processTerminal(language: Language): Terminal {
  const wantsColour = !process.env.NO_COLOR;
  return {
    language,
    answer: (text) => process.stdout.write(text),
    remark: (text) => process.stderr.write(text),
    colour: {
      answer: wantsColour && process.stdout.isTTY === true,
      remark: wantsColour && process.stderr.isTTY === true,
    },
    // a terminal that says it has no width would be cleared line by line for ever
    watched: process.stderr.isTTY === true && process.stderr.columns > 0,
  };
}
