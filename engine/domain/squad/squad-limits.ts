import { DAY_MS, MINUTE_MS, WEEK_MS } from '../market/civil.ts'

/** What keeps a squad from being flooded or cheated by clocks. One table. */
export const SQUAD_LIMITS = {
  recruits: 200,
  /** Invitations by which somebody may still enlist. */
  openInvitations: 10,
  /** Dispatches taken in, and so written down for good. */
  acceptedInAMinute: 30,
  /** By how much two traders' clocks may differ. */
  clockMs: 10 * MINUTE_MS,
  /** An invitation says itself when it ends; one that says a later day than this is none of ours. */
  invitationMs: 30 * DAY_MS,
  /** A report on a week that ended longer ago is history. */
  reportMs: 5 * WEEK_MS,
} as const
