import type { SimulationControl } from '../contracts/commands.ts'

/**
 * The market's clock against the computer's. `speed` is market seconds per second, 0 is as fast as it goes; a pause or a
 * step holds it, a seek lets it run ahead to a moment and then goes on as before.
 */
export class MarketClock {
  #speed: number
  #paused: boolean
  #marketMs: number
  /** Where the market was, and what the computer's clock said then. */
  #anchorMarketMs: number
  #anchorWallMs: number
  #seekMs: number | null = null
  #steps = 0

  constructor(start: Readonly<{ marketMs: number; speed: number; paused: boolean; nowMs: number }>) {
    this.#speed = start.speed
    this.#paused = start.paused
    this.#marketMs = start.marketMs
    this.#anchorMarketMs = start.marketMs
    this.#anchorWallMs = start.nowMs
  }

  get speed(): number {
    return this.#speed
  }

  get paused(): boolean {
    return this.#paused
  }

  /** How far the market has been played. */
  get marketMs(): number {
    return this.#marketMs
  }

  /** Ticks that may still be played although it is paused. */
  get steps(): number {
    return this.#steps
  }

  /** True when it runs as fast as it goes, for as long as nobody stops it. */
  get isUnbound(): boolean {
    return this.#speed === 0 && !this.#paused && this.#seekMs === null
  }

  /** How far the market gets in so much of the computer's time; 0 where no pace says. */
  within(ms: number): number {
    return this.#paused ? 0 : Math.ceil(this.#speed * ms)
  }

  /** The market may be played up to this moment; paused, not even ticks of the present moment. */
  dueMs(nowMs: number): number {
    if (this.#seekMs !== null) return this.#seekMs
    if (this.#steps > 0) return Number.POSITIVE_INFINITY
    if (this.#paused) return Number.NEGATIVE_INFINITY
    if (this.#speed === 0) return Number.POSITIVE_INFINITY
    return Math.floor(this.#anchorMarketMs + (nowMs - this.#anchorWallMs) * this.#speed)
  }

  /** The market has been played to here, `ticks` of them; where that falls short of what was due, the rest waits. */
  played(marketMs: number, ticks: number, nowMs: number): void {
    const behind = marketMs < this.dueMs(nowMs)
    this.#marketMs = Math.max(this.#marketMs, marketMs)
    this.#steps = Math.max(0, this.#steps - ticks)
    if (this.#seekMs !== null && this.#marketMs >= this.#seekMs) this.#seekMs = null
    else if (!behind) return
    this.#anchor(nowMs)
  }

  setSpeed(speed: number, nowMs: number): void {
    this.#speed = speed
    this.#anchor(nowMs)
  }

  pause(nowMs: number): void {
    this.#paused = true
    this.#steps = 0
    this.#seekMs = null
    this.#anchor(nowMs)
  }

  play(nowMs: number): void {
    this.#paused = false
    this.#steps = 0
    this.#anchor(nowMs)
  }

  /** Pauses, and lets this many ticks through. */
  step(ticks: number, nowMs: number): void {
    this.pause(nowMs)
    this.#steps = ticks
  }

  /** Runs ahead to a moment; false when that is not ahead. */
  seek(toMs: number): boolean {
    if (toMs <= this.#marketMs) return false
    this.#seekMs = toMs
    return true
  }

  /** The market waits, and time that passes now does not count. */
  hold(nowMs: number): void {
    this.#anchor(nowMs)
  }

  #anchor(nowMs: number): void {
    this.#anchorMarketMs = this.#marketMs
    this.#anchorWallMs = nowMs
  }
}

/** Does what it was asked to; gives a sentence when that makes no sense. */
export function steer(clock: MarketClock, control: SimulationControl, nowMs: number): string | null {
  switch (control.kind) {
    case 'speed':
      clock.setSpeed(control.speed, nowMs)
      return null
    case 'pause':
      clock.pause(nowMs)
      return null
    case 'play':
      clock.play(nowMs)
      return null
    case 'step':
      clock.step(control.ticks, nowMs)
      return null
    case 'seek':
      return clock.seek(control.toMs) ? null : 'The market has passed that moment: it only goes forward.'
  }
}
