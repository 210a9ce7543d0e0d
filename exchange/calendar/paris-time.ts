const zone = 'Europe/Paris';

/**
 * The instant of a wall clock in Paris, `yyyy-mm-ddThh:mm:00`, whatever the zone of the machine.
 *
 * In the hour that is lived twice in October it is the first; an hour that does not exist in March is the one after.
 */
export function instantInParis(wallClock: string): Date {
  const asUtc = Date.parse(`${wallClock}Z`);
  // the offset of the hours before: right but in the hours that follow a change of clocks
  const before = asUtc - offsetAt(asUtc - dayMs / 2);
  const after = asUtc - offsetAt(asUtc + dayMs / 2);
  const [earlier, later] = [Math.min(before, after), Math.max(before, after)];
  if (wallClockAt(earlier) === asUtc) return new Date(earlier);
  return new Date(later);
}

const dayMs = 24 * 3600 * 1000;

/** Milliseconds that clocks in Paris are ahead of UTC at an instant. */
function offsetAt(instant: number): number {
  return wallClockAt(instant) - instant;
}

/** What clocks in Paris show at an instant, as if it were UTC. */
function wallClockAt(instant: number): number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}
