import type { Ulid } from '../../contracts/primitives.ts'

/** What was done on one account in one trading day. */
export type LoginDay = {
  losses: number
  /** A shot came after the second loss. */
  shotAfterTwo: boolean
  /** A guard has warned, and a shot came after it. */
  warned: boolean
  shotWhenWarned: boolean
  /** Losses in a row have raised a guard, and whether a shot was tried since. */
  tilt: 'none' | 'watched' | 'tried'
}

/** What was done in one trading day; `dayMs` 0: the ledger has not told yet which it is. Sets and counts, so that no order matters. */
export type DayFacts = {
  readonly dayMs: number
  /** Things that the trader did. */
  acts: number
  readonly closed: Set<Ulid>
  readonly debriefed: Set<Ulid>
  /** Trades that a person has closed before their plan did. */
  byHand: number
  lessons: number
  feelings: number
  answers: number
  fresh: number
  passed: number
  rulesBroken: number
  /** Stops of the day or of the drawdown that were reached. */
  stops: number
  readonly logins: Map<string, LoginDay>
}

export type WeekFacts = {
  readonly weekMs: number
  daysKept: number
  /** Days on which something was done, and no rule was broken. */
  cleanDays: number
  readonly closed: Set<Ulid>
  readonly debriefed: Set<Ulid>
  lessons: number
  rulesBroken: number
}

export const emptyDay = (dayMs: number): DayFacts => ({
  dayMs,
  acts: 0,
  closed: new Set(),
  debriefed: new Set(),
  byHand: 0,
  lessons: 0,
  feelings: 0,
  answers: 0,
  fresh: 0,
  passed: 0,
  rulesBroken: 0,
  stops: 0,
  logins: new Map(),
})

export const emptyWeek = (weekMs: number): WeekFacts => ({
  weekMs,
  daysKept: 0,
  cleanDays: 0,
  closed: new Set(),
  debriefed: new Set(),
  lessons: 0,
  rulesBroken: 0,
})

export function loginDay({ logins }: DayFacts, login: string): LoginDay {
  const known = logins.get(login)
  if (known) return known
  const day: LoginDay = { losses: 0, shotAfterTwo: false, warned: false, shotWhenWarned: false, tilt: 'none' }
  logins.set(login, day)
  return day
}

/** Inside all limits, and looked back upon at least once. */
export const isKept = ({ debriefed, rulesBroken, stops }: DayFacts): boolean =>
  debriefed.size > 0 && rulesBroken === 0 && stops === 0

export const isBroken = ({ rulesBroken, stops }: DayFacts): boolean => rulesBroken > 0 || stops > 0
