import type { EpochMs } from '../contracts/primitives.ts'

/** The clock on the trader's wall: the computer's own time zone, with its daylight saving. */
export interface LocalTime {
  /** When that clock shows this full hour, so many days after the day on which it shows `atMs`. */
  moment(atMs: number, days: number, hour: number): EpochMs
  /** Of the day on which it shows `atMs`; 0 is Sunday. */
  weekday(atMs: number): number
}
