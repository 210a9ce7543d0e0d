import { affinity } from './parameters/affinity.js';
import { community } from './parameters/community.js';
import { explain } from './parameters/explain.js';
import { general } from './parameters/general.js';
import { geography } from './parameters/geography.js';
import { pairing } from './parameters/pairing.js';
import type { Parameter, ValueOf } from './parameters/parameter.js';
import { profile } from './parameters/profile.js';
import { programme } from './parameters/programme.js';
import { workshop } from './parameters/workshop.js';

/**
 * Every parameter of the engine, by stage: its default, its range, its unit and its sentence.
 * Command flags, the HTTP schema and docs/options.md are made from this table.
 */
export const parameters = {
  general,
  profile,
  geography,
  affinity,
  community,
  workshop,
  pairing,
  programme,
  explain,
} as const satisfies Record<string, Record<string, Parameter>>;

/** The stages of a plan; what is left is for a programme alone. */
export const planStages = Object.keys(parameters).filter((stage) => stage !== 'programme') as Exclude<
  keyof typeof parameters,
  'programme'
>[];

/** Moves that a plan taken up again may make of those who stay, unless told. */
export const defaultBudget = 5;

export type Options = {
  readonly [Stage in keyof typeof parameters]: {
    readonly [Name in keyof (typeof parameters)[Stage]]: ValueOf<(typeof parameters)[Stage][Name]>;
  };
};

/** Any subset of the options; what is missing takes its default. */
export type PartialOptions = { readonly [Stage in keyof Options]?: Partial<Options[Stage]> };
