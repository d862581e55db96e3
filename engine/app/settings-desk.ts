import type { RankLimits } from '../contracts/campaign.ts'
import type { AccountKind, Command, CommandAnswer } from '../contracts/index.ts'
import type { DeskSettings } from '../contracts/settings.ts'
import { rankOf } from '../domain/fire/limits.ts'
import { limitsFor } from '../domain/fire/ranks.ts'
import { loosenedBy, ownLimits } from '../domain/fire/own-limits.ts'
import { noteTooLoose } from './campaign/limits-tried.ts'
import { accountKey } from './desk-state.ts'
import type { Desk } from './desk.ts'
import { frozenDay } from './guards/frozen-limits.ts'

/** From now on the desk follows these. Recorded when they differ, so that the ledger tells what held at any shot. */
export function applySettings(desk: Desk, settings: DeskSettings, origin: string): CommandAnswer {
  if (JSON.stringify(settings) !== JSON.stringify(desk.state.settings)) {
    const [first] = desk.terminals.keys()
    const atMs = first === undefined ? desk.ports.clock.now() : desk.timeAt(first)
    desk.record({ kind: 'settingsApplied', atMs, settings, origin })
  }
  return { is: 'done', text: 'These settings hold now.', ...heldBack(desk, settings) }
}

/** Whatever is looser than it was when a trade was lost today, or a guard raised, on the accounts where it waits for tomorrow. */
function heldBack({ state, terminals }: Desk, wished: DeskSettings): { later?: string } {
  const held = [...terminals.values()].flatMap(({ id, hello, marketMs }) => {
    const book = state.accounts.get(accountKey(hello.loginHash, hello.kind))
    const frozen = book && frozenDay(book, marketMs)
    const loosened = frozen ? loosenedBy(ownLimits(wished), frozen.own) : []
    if (loosened.length === 0) return []
    return [
      `${loosened.map(({ key, value }) => `${key} stays ${value}`).join(', ')} on ${hello.broker} (${id})`,
    ]
  })
  if (held.length === 0) return {}
  return { later: `Today a trade was lost or a guard was raised, so what is looser holds from the next trading day on: until then ${held.join('; ')}.` } // prettier-ignore
}

/** The same for a wish: what it would make looser than the rank allows is refused, with all figures at once. */
export function changeSettings(
  desk: Desk,
  { settings, origin, judgeOnly = false }: Extract<Command, { kind: 'setSettings' }>,
): CommandAnswer {
  const limits = widestLimits(desk, settings)
  const before = figuresOf(desk.state.settings, limits)
  const loose = figuresOf(settings, limits).filter(
    ({ key, value, limit }) =>
      value > limit && value > (before.find(figure => figure.key === key)?.value ?? -Infinity),
  )
  if (loose.length === 0)
    return judgeOnly
      ? { is: 'done', text: 'These settings may hold.', ...heldBack(desk, settings) }
      : applySettings(desk, settings, origin)
  const figures = loose.map(({ key, value, limit }) => `${key} ${value} (at most ${limit})`).join(', ')
  const text = `Looser than ${limits.rank} allows: ${figures}. A trader may go tighter than the rank, never looser.`
  if (!judgeOnly) noteTooLoose(desk, text, origin)
  return { is: 'refused', code: 'LOOSER_THAN_RANK', text }
}

type Figure = Readonly<{ key: string; value: number; limit: number }>

/** A limit left to the rank is as loose as the rank, and never looser. */
function figuresOf({ riskPct, limits, auto }: DeskSettings, rank: RankLimits): readonly Figure[] {
  return [
    { key: 'riskPct', value: riskPct, limit: rank.riskPct },
    { key: 'limits.openTrades', value: limits.openTrades ?? rank.openTrades, limit: rank.openTrades },
    { key: 'limits.shotsADay', value: limits.shotsADay ?? rank.shotsADay, limit: rank.shotsADay },
    { key: 'limits.dailyLossPct', value: limits.dailyLossPct ?? rank.dailyLossPct, limit: rank.dailyLossPct },
    { key: 'auto.slots', value: auto.slots, limit: rank.openTrades },
    { key: 'auto.shotsADay', value: auto.shotsADay, limit: rank.shotsADay },
  ]
}

/**
 * One file of settings serves accounts of several kinds, each with a rank of its own: the highest of those that are linked
 * counts here, and of all that were ever traded while none is. On each account the gate holds to that account's rank.
 */
function widestLimits({ state, terminals }: Desk, { practiceUnlocked }: DeskSettings): RankLimits {
  const linked = [...terminals.values()].map(({ hello }) => hello.kind)
  const kinds: readonly AccountKind[] = linked.length > 0 ? linked : [...state.xp.keys()]
  const ranks = kinds.map(kind => rankOf(state.xp.get(kind) ?? 0, kind, practiceUnlocked))
  return ranks.reduce((widest, rank) => (rank.xp > widest.xp ? rank : widest), limitsFor(0))
}
