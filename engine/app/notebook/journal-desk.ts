import type { Command, CommandAnswer } from '../../contracts/index.ts'
import type { JournalText } from '../../contracts/journal.ts'
import type { AccountKind, Ulid } from '../../contracts/primitives.ts'
import type { Desk } from '../desk.ts'
import { done, refused } from '../orders/answers.ts'
import { kindOf, NO_ACCOUNT } from './kind-of.ts'

type Wish = Extract<Command, { kind: 'writeJournal' }>
type Place =
  | Readonly<{ is: 'place'; account: AccountKind; mission: Ulid | null }>
  | Readonly<{ is: 'nowhere'; code: string; text: string }>

const nowhere = (code: string, text: string): Place => ({ is: 'nowhere', code, text })

/** Keeps a note, or what an earlier one says from now on. What it said before stays in the ledger. */
export function writeJournal(desk: Desk, wish: Wish): CommandAnswer {
  const { text, lesson, emotions, mistakes, patterns, order, origin } = wish
  if (isEmpty(wish))
    return refused(
      'EMPTY_NOTE',
      'A note without a word or a mark is not kept: write a sentence, or choose a mark.',
    )
  const before = wish.entry === null ? undefined : desk.state.notebook.notes.get(wish.entry)
  if (wish.entry !== null && before === undefined)
    return refused('UNKNOWN_NOTE', 'There is no such note to change: read the notebook again.')
  const place = placeOf(desk, wish, before)
  if (place.is === 'nowhere') return refused(place.code, place.text)
  const { account, mission } = place
  if (before !== undefined && before !== account) return refused('OTHER_ACCOUNT', goesOver(before, account))
  const entry = wish.entry ?? desk.nextId()
  const said = { text, lesson, emotions, mistakes, patterns }
  desk.record({ kind: 'journalWritten', atMs: desk.now(), entry, account, order, mission, ...said, origin })
  return done(before === undefined ? 'Written down.' : 'Changed.')
}

const goesOver = (from: AccountKind, to: AccountKind): string =>
  `This note is of the ${from} account and cannot go over to the ${to} one: write a new one.`

function isEmpty({ text, lesson, emotions, mistakes, patterns }: JournalText): boolean {
  return text === '' && lesson === '' && emotions.length + mistakes.length + patterns.length === 0
}

/** A note belongs to the account of its trade, or else of its mission, or else of whoever is linked. */
function placeOf(
  desk: Desk,
  { order, mission, account: said }: Wish,
  before: AccountKind | undefined,
): Place {
  if (order !== null) return placeOfOrder(desk, order, mission)
  if (mission !== null) return placeOfMission(desk, mission, before)
  const account = kindOf(desk, said ?? before ?? null)
  return account === null ? nowhere('NO_ACCOUNT', NO_ACCOUNT) : { is: 'place', account, mission: null }
}

function placeOfOrder({ state }: Desk, order: Ulid, mission: Ulid | null): Place {
  const recorded = state.orders.get(order)?.recorded
  if (recorded === undefined)
    return nowhere('UNKNOWN_ORDER', 'This trade is not known here: choose one from the record.')
  if (mission !== null && mission !== recorded.mission)
    return nowhere('OTHER_MISSION', 'This trade was of another mission: leave the mission out.')
  return { is: 'place', account: recorded.account, mission: recorded.mission }
}

/** An old mission is forgotten, and a note about it may still be changed. */
function placeOfMission({ state }: Desk, mission: Ulid, before: AccountKind | undefined): Place {
  const account = state.missions.get(mission)?.mission.kind ?? before
  if (account === undefined)
    return nowhere('UNKNOWN_MISSION', 'This mission is not remembered any more: write the note without it.')
  return { is: 'place', account, mission }
}
