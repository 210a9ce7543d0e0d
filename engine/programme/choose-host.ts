import { EngineError } from '../engine-error.js';
import type { ProgrammeNotice } from '../model/programme-notice.js';
import { type Place, roadKm } from './travel.js';
import {
  type CarAccount,
  carKgPerKm,
  passengerKgPerKm,
  roadDetour,
  videoKgPerHour,
} from './travel-factors.js';

export interface HostInput {
  /** the territories of the workshop, one car each */
  readonly members: readonly Place[];
  /** towns or territories that can host, members or not */
  readonly hosts: readonly Place[];
  /** 'video' when absent */
  readonly format?: 'video' | 'in-person';
  /** 1 when absent */
  readonly sessions?: number;
  /** length of a session by video, hours; 2 when absent */
  readonly hours?: number;
  /** cars by 'fuel' only (when absent), or 'whole' with the making of car and fuel */
  readonly carAccount?: CarAccount;
}

/** Everyone to the host and back, over all sessions. */
export interface Travel {
  readonly hostId: string;
  /** kilometres of road, all cars added up */
  readonly roadKm: number;
  readonly kgCo2e: number;
  /** the same kilometres by regional train or by coach */
  readonly kgByTrain: number;
  readonly kgByCoach: number;
}

export interface HostChoice {
  readonly format: 'video' | 'in-person';
  /** null by video */
  readonly hostId: string | null;
  /** what each host would cost, the least travel first, then by id; hosts of unknown position are left out */
  readonly travels: readonly Travel[];
  /** by video: the travel that meeting at the best host would have taken, what the screens use taken off */
  readonly avoided: { readonly roadKm: number; readonly kgCo2e: number } | null;
  readonly factors: {
    readonly roadDetour: number;
    readonly carKgPerKm: number;
    readonly videoKgPerHour: number;
  };
  readonly notices: readonly ProgrammeNotice[];
}

/**
 * Where to meet in person with the least travel in all, and what meeting by video saves; by video unless asked.
 *
 * Road = great circle × 1.3; each member drives there and back, once a session; factors in travel-factors.ts.
 * When nobody can host, the meeting is by video and the notices say so; then nothing says what is avoided
 * (null). Members whose position is unknown are not counted, and named.
 *
 * @throws EngineError `meeting-not-usable` for no session or a length that is not positive, `position-not-usable`
 */
export function chooseHost(input: HostInput): HostChoice {
  const { members, hosts, format = 'video', sessions = 1, hours = 2, carAccount = 'fuel' } = input;
  checkMeeting(sessions, hours);
  const kgPerKm = carKgPerKm[carAccount];
  const located = members.filter(({ position }) => position !== undefined);
  const known = hosts.filter(({ position }) => position !== undefined);
  const oneWay = roadKm(known, located);
  const travels = known.map(({ id }, h) => {
    const row = oneWay.subarray(h * located.length, (h + 1) * located.length);
    const km = row.reduce((sum, each) => sum + each, 0) * 2 * sessions;
    const { regionalTrain, coach } = passengerKgPerKm;
    return {
      hostId: id,
      roadKm: km,
      kgCo2e: km * kgPerKm,
      kgByTrain: km * regionalTrain,
      kgByCoach: km * coach,
    };
  });
  travels.sort((a, b) => a.roadKm - b.roadKm || (a.hostId < b.hostId ? -1 : 1));

  const best = travels[0];
  const inPerson = format === 'in-person' && best !== undefined;
  const screens = members.length * sessions * hours * videoKgPerHour;
  const unlocated = members.filter(({ position }) => position === undefined).map(({ id }) => id);
  const notices: ProgrammeNotice[] = [];
  if (!best) notices.push({ code: 'nobody-can-host', facts: { asked: format === 'in-person' } });
  if (unlocated.length > 0) notices.push({ code: 'position-unknown', facts: { territoryIds: unlocated } });
  return {
    format: inPerson ? 'in-person' : 'video',
    hostId: inPerson ? best.hostId : null,
    travels,
    avoided: best && !inPerson ? { roadKm: best.roadKm, kgCo2e: best.kgCo2e - screens } : null,
    factors: { roadDetour, carKgPerKm: kgPerKm, videoKgPerHour },
    notices,
  };
}

function checkMeeting(sessions: number, hours: number): void {
  if (Number.isInteger(sessions) && sessions >= 1 && hours > 0 && Number.isFinite(hours)) return;
  throw new EngineError(
    'meeting-not-usable',
    `A workshop of ${sessions} sessions of ${hours} hours cannot be counted.`,
    'give at least one whole session, and a length in hours above 0.',
    [sessions, hours],
  );
}
