/**
 * What is to happen, the soonest first: a binary heap of (time, event), an event being any whole number.
 * Layout: slot k has its children in 2k + 1 and 2k + 2. Equal times come out in an order that depends on
 * nothing but the order they were added in.
 */
export class EventQueue {
  private times = new Float64Array(64);
  private events = new Int32Array(64);
  private count = 0;

  /** Infinity when nothing is to happen. */
  get soonest(): number {
    return this.count > 0 ? this.times[0]! : Number.POSITIVE_INFINITY;
  }

  add(time: number, event: number): void {
    if (this.count === this.times.length) this.grow();
    const { times, events } = this;
    let slot = this.count++;
    while (slot > 0) {
      const above = (slot - 1) >> 1;
      if (times[above]! <= time) break;
      times[slot] = times[above]!;
      events[slot] = events[above]!;
      slot = above;
    }
    times[slot] = time;
    events[slot] = event;
  }

  /** Takes the soonest event out; the queue must not be empty. */
  take(): number {
    const { times, events } = this;
    const first = events[0]!;
    const count = --this.count;
    const time = times[count]!;
    const event = events[count]!;
    let slot = 0;
    for (;;) {
      let below = 2 * slot + 1;
      if (below >= count) break;
      if (below + 1 < count && times[below + 1]! < times[below]!) below++;
      if (times[below]! >= time) break;
      times[slot] = times[below]!;
      events[slot] = events[below]!;
      slot = below;
    }
    times[slot] = time;
    events[slot] = event;
    return first;
  }

  clear(): void {
    this.count = 0;
  }

  private grow(): void {
    const times = new Float64Array(2 * this.count);
    const events = new Int32Array(2 * this.count);
    times.set(this.times);
    events.set(this.events);
    this.times = times;
    this.events = events;
  }
}
