import { BadgeName } from '../../contracts/badges.ts'
import type { BadgeProof, BadgeState } from '../../contracts/campaign.ts'
import type { EpochMs } from '../../contracts/primitives.ts'
import { award } from './award.ts'
import type { AccountRecord, Campaign, KindBook } from './campaign-book.ts'
import { shareOf } from './xp.ts'

/** How far a badge is, and the first of what proves it. */
type Reached = Readonly<{ n: number; proofs: readonly BadgeProof[] }>

type Badge = Readonly<{
  title: string
  how: string
  xp: number
  of: number
  reached: (book: KindBook, campaign: Campaign) => Reached
}>

const PAIR_TRADES = 10
const MICRO = 1e6

/** Of the accounts of this kind, the one that is furthest: no two are added together. */
function furthest({ accounts }: KindBook, reached: (account: AccountRecord) => Reached): Reached {
  let best: Reached = { n: 0, proofs: [] }
  for (const account of accounts.values()) {
    const one = reached(account)
    if (one.n > best.n) best = one
  }
  return best
}

const inARow = (proofs: readonly BadgeProof[]): Reached => ({ n: proofs.length, proofs })

/** Whole hundredths of R, so that a figure is not shown as reached before it is. */
const ofMonth = ({ month: { microR, proofs } }: AccountRecord): Reached => ({
  n: Math.max(0, Math.floor(microR / (MICRO / 100)) / 100),
  proofs,
})

function ofPairs({ pairs }: AccountRecord): Reached {
  const profitable = [...pairs.values()].filter(({ n, netCents }) => n >= PAIR_TRADES && netCents > 0)
  return { n: profitable.length, proofs: profitable.flatMap(({ proofs }) => proofs) }
}

/** Twelve badges, and what each asks for: rows, months, pairs and drawdowns of one account. XP as it is paid on accounts with money. */
export const BADGES: Readonly<Record<BadgeName, Badge>> = {
  FIRST_BLOOD: {
    title: 'First Blood',
    how: 'Close a trade with a profit.',
    xp: 100,
    of: 1,
    reached: ({ wins: { n, proofs } }) => ({ n, proofs: proofs.slice(0, 1) }),
  },
  SHARPSHOOTER: {
    title: 'Sharpshooter',
    how: 'Win 10 trades.',
    xp: 200,
    of: 10,
    reached: ({ wins }) => wins,
  },
  SNIPER_ELITE: {
    title: 'Sniper Elite',
    how: 'Win 50 trades at their planned R or better.',
    xp: 500,
    of: 50,
    reached: ({ atTarget }) => atTarget,
  },
  STREAK_MASTER: {
    title: 'Streak Master',
    how: 'Win 5 trades in a row.',
    xp: 200,
    of: 5,
    reached: book => furthest(book, ({ row }) => inARow(row)),
  },
  PROFIT_HUNTER: {
    title: 'Profit Hunter',
    how: 'Be 10 R ahead in a calendar month.',
    xp: 300,
    of: 10,
    reached: book => furthest(book, ofMonth),
  },
  RISK_MANAGER: {
    title: 'Risk Manager',
    how: 'Close 50 trades within 5 % drawdown, no limit broken.',
    xp: 500,
    of: 50,
    reached: book => furthest(book, ({ clean }) => inARow(clean)),
  },
  SQUAD_LEADER: {
    title: 'Squad Leader',
    how: 'Lead 5 verified recruits.',
    xp: 500,
    of: 5,
    reached: (_book, { recruits }) => ({ n: recruits.size, proofs: [] }),
  },
  VETERAN_TRADER: {
    title: 'Veteran Trader',
    how: 'Close 100 trades.',
    xp: 400,
    of: 100,
    reached: ({ trades }) => trades,
  },
  MARKET_DOMINATOR: {
    title: 'Market Dominator',
    how: 'Profit on 10 of the 15 pairs, with 10 trades on each.',
    xp: 750,
    of: 10,
    reached: book => furthest(book, ofPairs),
  },
  DIAMOND_HANDS: {
    title: 'Diamond Hands',
    how: 'Hold 10 winners to target through 0.5 R against you.',
    xp: 300,
    of: 10,
    reached: ({ diamonds }) => diamonds,
  },
  QUICK_DRAW: {
    title: 'Quick Draw',
    how: 'Decide 20 missions fresh: fire, or say why not.',
    xp: 250,
    of: 20,
    reached: ({ fresh }) => fresh,
  },
  LEGENDARY_TRADER: {
    title: 'Legendary Trader',
    how: 'Earn the other eleven.',
    xp: 1_000,
    of: 11,
    reached: ({ badges }) => ({ n: badges.size, proofs: [] }),
  },
}

/** Awards every badge that is reached now. A badge is kept, whatever comes after. The last of the table asks for the others. */
export function awardBadges(campaign: Campaign, book: KindBook, atMs: EpochMs): void {
  if (book.badges.size === BadgeName.options.length) return
  for (const name of BadgeName.options) {
    if (book.badges.has(name)) continue
    const { title, xp, of, reached } = BADGES[name]
    const { n, proofs } = reached(book, campaign)
    if (n < of) continue
    book.badges.set(name, { atMs, proofs: [...proofs] })
    const order = proofs.at(-1)?.order
    award(book, { key: `badge:${name}`, reason: 'BADGE', xp, atMs, ...(order && { order }), text: `badge earned, ${title}` }) // prettier-ignore
  }
}

/** All twelve, in the order of the table. What is earned is full. */
export const badgeStates = (campaign: Campaign, book: KindBook): BadgeState[] =>
  BadgeName.options.map(name => {
    const { title, how, xp, of, reached } = BADGES[name]
    const earned = book.badges.get(name) ?? null
    const n = earned ? of : Math.min(of, reached(book, campaign).n)
    return { name, title, how, xp: shareOf(book.account, xp), n, of, earned }
  })
