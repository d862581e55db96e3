/** What a terminal was told to keep by itself, and what it said to that. Told anew at each link, so nothing outlives a session. */
import type { Ulid } from '../../contracts/index.ts'
import type { BodyOf } from '../../contracts/wire/index.ts'
import type { TerminalFacts } from '../../domain/watchdog/terminal-facts.ts'
import type { TerminalDesk } from '../terminals/terminal-desk.ts'

export type Kept = NonNullable<TerminalFacts['unconfirmed']>['what']

/** The last one of its kind, the computer's clock when it was told, and the verdict; null: none yet. */
export type Told = Readonly<{ id: Ulid; wallMs: number; verdict: BodyOf<'verdict'> | null }>

/** By the computer's clock: a terminal that is well answers at once. */
const ANSWERS_WITHIN_MS = 10_000

/** A pause and its end take each other's place. */
export function noteTold({ told }: TerminalDesk, what: Kept, id: Ulid, wallMs: number): void {
  if (what === 'pause') told.delete('resume')
  if (what === 'resume') told.delete('pause')
  told.set(what, { id, wallMs, verdict: null })
}

export function noteVerdict({ told }: TerminalDesk, verdict: BodyOf<'verdict'>): void {
  for (const [what, one] of told) if (one.id === verdict.id) told.set(what, { ...one, verdict })
}

/** The first of them that the terminal did not accept, or has not answered in time. */
export function unconfirmed({ told }: TerminalDesk, wallMs: number): TerminalFacts['unconfirmed'] {
  for (const what of ['pause', 'resume', 'limits'] as const) {
    const one = told.get(what)
    if (!one || one.verdict?.is === 'accepted') continue
    if (one.verdict) return { what, said: saidOf(one.verdict) }
    if (Math.abs(wallMs - one.wallMs) >= ANSWERS_WITHIN_MS) return { what, said: null }
  }
  return null
}

const saidOf = ({ is, text }: BodyOf<'verdict'>): string => (text === '' ? `${is}.` : text)
