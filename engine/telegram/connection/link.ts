/** How the bot stands to Telegram, as a machine: what has happened goes in, the state and what to do next come out. */
import { unreachable } from '../../contracts/primitives.ts'
import type { Failure } from './failure.ts'

/**
 * ```
 *            configured                  introduced, polled
 *  off, noToken ───► connecting ──────────────────────────► live ◄──────────┐
 *       ▲                │ failed                             │ failed      │ polled
 *       │ configured     └──► refused (until another token) ◄─┤             │
 *       └─ from each          webhook (looked at again)                     │
 *                             unreachable · limited · conflict ─────────────┘
 * ```
 * `introduced`: it is known who the bot is, and that no webhook was set then. `fails` in a row; `clean`: polls since the last conflict.
 */
export type Link =
  | Readonly<{ is: 'off' | 'noToken' | 'refused' | 'webhook' | 'live' }>
  | Readonly<{ is: 'connecting'; introduced: boolean }>
  | Readonly<{ is: 'unreachable'; introduced: boolean; fails: number; text: string }>
  | Readonly<{ is: 'limited'; introduced: boolean; afterMs: number }>
  | Readonly<{ is: 'conflict'; fails: number; clean: number }>

export type LinkFact =
  | Readonly<{ fact: 'configured'; on: boolean; hasToken: boolean }>
  | Readonly<{ fact: 'introduced'; hasWebhook: boolean }>
  /** `quiet`: it was open for its whole time, and nobody cut it. */
  | Readonly<{ fact: 'polled'; quiet: boolean }>
  | Readonly<{ fact: 'failed'; failure: Failure }>

/** A poll is `long` where it waits for something to come. */
export type LinkStep =
  | Readonly<{ step: 'rest' }>
  | Readonly<{ step: 'introduce'; afterMs: number }>
  | Readonly<{ step: 'poll'; afterMs: number; long: boolean }>

/** After this many polls that nobody cut, the other program is taken to be gone; a quiet one alone proves it. */
const CLEAN_POLLS = 3
const WEBHOOK_LOOK_MS = 60_000

export function afterFact(link: Link, fact: LinkFact): Link {
  if (fact.fact === 'configured')
    return fact.on ? (fact.hasToken ? STARTED : { is: 'noToken' }) : { is: 'off' }
  if (isResting(link)) return link
  switch (fact.fact) {
    case 'introduced':
      return fact.hasWebhook ? { is: 'webhook' } : { is: 'connecting', introduced: true }
    case 'polled':
      return afterPoll(link, fact.quiet)
    case 'failed':
      return afterFailure(link, fact.failure)
    default:
      return unreachable(fact)
  }
}

export function stepOf(link: Link): LinkStep {
  switch (link.is) {
    case 'off':
    case 'noToken':
    case 'refused':
      return { step: 'rest' }
    case 'webhook':
      return { step: 'introduce', afterMs: WEBHOOK_LOOK_MS }
    case 'live':
      return { step: 'poll', afterMs: 0, long: true }
    case 'connecting':
      return onward(link.introduced, 0)
    case 'limited':
      return onward(link.introduced, link.afterMs)
    case 'unreachable':
      return onward(link.introduced, growing(500, link.fails, 30_000))
    case 'conflict':
      return { step: 'poll', afterMs: link.clean > 0 ? 0 : growing(5_000, link.fails, 60_000), long: true }
    default:
      return unreachable(link)
  }
}

const STARTED: Link = { is: 'connecting', introduced: false }

const isResting = ({ is }: Link) => is === 'off' || is === 'noToken' || is === 'refused'

function afterPoll(link: Link, quiet: boolean): Link {
  if (link.is === 'live') return link
  if (link.is !== 'conflict' || quiet || link.clean + 1 >= CLEAN_POLLS) return { is: 'live' }
  return { ...link, clean: link.clean + 1 }
}

function afterFailure(link: Link, failure: Failure): Link {
  const introduced = 'introduced' in link ? link.introduced : link.is === 'live' || link.is === 'conflict'
  switch (failure.is) {
    case 'refused':
    case 'webhook':
      return { is: failure.is }
    case 'conflict':
      return { is: 'conflict', fails: link.is === 'conflict' ? link.fails + 1 : 1, clean: 0 }
    case 'limited':
      return { is: 'limited', introduced, afterMs: failure.afterMs }
    case 'unreachable':
      return {
        is: 'unreachable',
        introduced,
        fails: link.is === 'unreachable' ? link.fails + 1 : 1,
        text: failure.text,
      }
    default:
      return unreachable(failure)
  }
}

/** Whether somebody is there again is asked with a poll that waits for nothing. */
const onward = (introduced: boolean, afterMs: number): LinkStep =>
  introduced ? { step: 'poll', afterMs, long: false } : { step: 'introduce', afterMs }

const growing = (firstMs: number, fails: number, mostMs: number) =>
  Math.min(firstMs * 2 ** (fails - 1), mostMs)
