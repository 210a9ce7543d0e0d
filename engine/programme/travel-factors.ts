/**
 * What a meeting costs on the way there. Emission factors of the French environment agency (ADEME, Base Empreinte,
 * https://base-empreinte.ademe.fr), rounded; each may be replaced by the caller.
 */

/** A road is taken to be longer than the great circle by this much: a convention, said wherever it is used. */
export const roadDetour = 1.3;

/** kg CO₂e per car and kilometre. */
export const carKgPerKm = {
  /** burning the petrol only */
  fuel: 0.178,
  /** with the making of the car and of the fuel */
  whole: 0.22,
} as const;

export type CarAccount = keyof typeof carKgPerKm;

/** kg CO₂e per passenger and kilometre. */
export const passengerKgPerKm = { regionalTrain: 0.028, coach: 0.03 } as const;

/** kg CO₂e per hour and screen. */
export const videoKgPerHour = 0.004;
