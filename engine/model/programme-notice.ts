/** What a programme has to say of itself, as a code and facts; ids only, rounds and sessions from 1. */
export interface ProgrammeNotices {
  /** A round has fewer workshops than asked: too few are there to fill them. */
  readonly 'fewer-workshops': {
    readonly round: number;
    readonly asked: number;
    readonly held: number;
    readonly present: number;
  };
  /** A round has one workshop below the smallest size, or none where one is there at most. */
  readonly 'small-round': { readonly round: number; readonly present: number; readonly minSize: number };
  /** The sizes leave them without a place in a round: their turn. */
  readonly 'sits-out': { readonly round: number; readonly participantIds: string[] };
  /** Pairs meet again. byRule: how many of the repeats a rule that keeps territories together asks for. */
  readonly 'meets-again': {
    readonly rounds: number;
    readonly repeats: number;
    readonly fewestPossible: number;
    readonly byRule: number;
  };
  /**
   * Workshops are much less alike than those of a round composed alone: kept is the share left, repeats of so many
   * meetings of pairs. The others tell what the option `repeatCost` at that price would give, about; absent where
   * it would give little.
   */
  readonly 'likeness-given-up': {
    readonly kept: number;
    readonly repeats: number;
    readonly meetings: number;
    readonly repeatCost?: number;
    readonly repeatsThen?: number;
    readonly keptThen?: number;
  };

  /**
   * A workshop lacks a woman (F) or a man (M) to chair it. cause: nobody of that civility is there; all who are
   * chair elsewhere in the round; or they come from the territory of the other chair. deputyIds: deputies of
   * that civility who are free in that round and could be called. standInIds: who chairs instead.
   */
  readonly 'chair-missing': {
    readonly round: number;
    readonly workshopId: string;
    readonly civility: 'F' | 'M';
    readonly cause: 'nobody' | 'busy' | 'same-territory';
    readonly deputyIds: string[];
    readonly standInIds: string[];
  };
  /** Both chairs are people whose civility is not stated. */
  readonly 'parity-unknown': {
    readonly round: number;
    readonly workshopId: string;
    readonly standInIds: string[];
  };
  /** Chairs are asked for, but there is nobody in any seat. */
  readonly 'chairs-without-seats': Record<never, never>;
  /** Nobody's civility is stated: two people of two territories chair, whoever they are. */
  readonly 'civility-unstated': Record<never, never>;
  /** Nobody in the whole list is a woman (F) or a man (M), as stated. */
  readonly 'civility-absent': { readonly civility: 'F' | 'M' };
  readonly 'deputy-chairs': {
    readonly round: number;
    readonly workshopId: string;
    readonly civility: 'F' | 'M';
    readonly personId: string;
  };
  /** Duties differ by more than one. proven: no other choice is more even. */
  readonly 'duties-uneven': {
    readonly civility: 'F' | 'M';
    readonly least: number;
    readonly most: number;
    readonly proven: boolean;
  };
  /** People of a pool who are in no pair, by the civility they have too many of. */
  readonly 'left-over': { readonly civility: 'F' | 'M' | 'unspecified'; readonly personIds: string[] };

  /** Nobody can host: by video instead of in person. */
  readonly 'nobody-can-host': { readonly asked: boolean };
  /** Travel is counted without those whose position is unknown. */
  readonly 'position-unknown': { readonly territoryIds: string[] };

  /** Territories that said they cannot meet by video, where workshops do. */
  readonly 'video-not-ready': { readonly territoryIds: string[] };

  /** Neither slots nor a first day are given: nothing is dated. */
  readonly 'no-slots': Record<never, never>;
  /** No slot is left for a whole round. */
  readonly 'round-without-slot': { readonly round: number };
  /** Many sessions of a round do not suit all: so many times someone is absent, as the sessions tell. */
  readonly 'absences-in-round': {
    readonly round: number;
    readonly absences: number;
    readonly sessions: number;
    readonly of: number;
  };
  /** Many sessions of a round are left without a slot. */
  readonly 'round-short-of-slots': {
    readonly round: number;
    readonly sessions: number;
    readonly workshopIds: string[];
  };
  /** A round has another day than asked. */
  readonly 'round-day-instead': {
    readonly round: number;
    readonly asked: string;
    readonly day: string;
    readonly cause: 'holiday' | 'no-slot' | 'order' | 'availability';
  };
  /** What they wrote of when they are free names no slot and no weekday: taken as free at any time. */
  readonly 'availability-unread': { readonly territoryIds: string[] };
  /** A slot on a public holiday is not used. */
  readonly 'slot-on-holiday': { readonly slotId: string; readonly date: string };
  /** A workshop asked for a slot and has another. */
  readonly 'slot-instead': {
    readonly workshopId: string;
    readonly askedSlotId: string;
    readonly slotId: string;
    readonly cause: 'holiday' | 'clash' | 'availability';
  };
  readonly 'never-available': { readonly participantId: string; readonly workshopIds: string[] };
  /** The session takes place without them. */
  readonly 'absent-from-session': {
    readonly workshopId: string;
    readonly session: number;
    readonly slotId: string;
    readonly participantIds: string[];
  };
  /** No slot is left for a session. */
  readonly 'session-without-slot': {
    readonly workshopId: string;
    readonly session: number;
    readonly clashingWorkshopIds: string[];
  };

  /** Fewer pilots than asked: the quotas allow no more. */
  readonly 'fewer-pilots': { readonly asked: number; readonly chosen: number };
  /** A least number of pilots of a département or kind that could not be had. */
  readonly 'quota-not-met': { readonly of: string; readonly asked: number; readonly chosen: number };
  /** Like none of the pilots. */
  readonly 'not-represented': { readonly territoryIds: string[] };
}

export type ProgrammeCode = keyof ProgrammeNotices;

/** One of them. */
export type ProgrammeNotice = {
  [Code in ProgrammeCode]: { readonly code: Code; readonly facts: ProgrammeNotices[Code] };
}[ProgrammeCode];
