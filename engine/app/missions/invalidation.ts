import type { Mission } from '../../contracts/mission.ts'

/** Missions of older ledgers name none: half the stop from their entry. */
export const invalidBeyond = ({ invalidBeyond: beyond, side, entry, stopPoints }: Mission): number =>
  beyond ?? (side === 'buy' ? entry - stopPoints / 2 : entry + stopPoints / 2)
