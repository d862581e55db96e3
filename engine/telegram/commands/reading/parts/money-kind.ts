/** Which kind of money a question is about: kinds are never added together. */
import { AccountKind, type EpochMs } from '../../../../contracts/primitives.ts'
import type { WarRoomView } from '../../../../contracts/views.ts'
import { html, lines } from '../../../texts/html.ts'
import { engineDown } from './ask.ts'
import { leadsTo, type Page, type ReadingCall } from './reading.ts'

/** `currency` and `terminal` are of the account that is shown; null: none of this kind of money is. */
export type Asked = Readonly<{
  kind: AccountKind
  currency: string | null
  terminal: string | null
  /** How late it is where this money is traded; null: its market stands still. */
  throughMs: EpochMs | null
  /** The number among the words; null: none was given. */
  n: number | null
}>

/** A map: an object also answers to the names of its prototype, which chats can write. */
const OTHER_NAMES: ReadonlyMap<string, AccountKind> = new Map([
  ['sim', 'simulated'],
  ['simulation', 'simulated'],
  ['training', 'simulated'],
  ['practice', 'simulated'],
  ['real', 'live'],
])

/** A word for a kind of money, as people say it; null: it is none. */
export function kindOfWord(word: string): AccountKind | null {
  const known = AccountKind.safeParse(word.toLowerCase())
  return known.success ? known.data : (OTHER_NAMES.get(word.toLowerCase()) ?? null)
}

/** Words in any order: a kind of money, and a number up to `mostN`. Without a kind, the shown account's. */
export async function withKind(
  call: ReadingCall,
  show: (asked: Asked) => Page | Promise<Page>,
  mostN = 0,
): Promise<Page> {
  const kinds = call.words.flatMap(word => kindOfWord(word) ?? [])
  const numbers = call.words.filter(word => /^\d{1,9}$/.test(word)).map(Number)
  const wrong = call.words.find(word => kindOfWord(word) === null && !/^\d{1,9}$/.test(word))
  const [n = null] = numbers
  if (wrong !== undefined || kinds.length > 1 || numbers.length > (mostN > 0 ? 1 : 0))
    return notUnderstood(call, mostN)
  if (n !== null && (n < 1 || n > mostN)) return notUnderstood(call, mostN)
  const answer = await call.desk.view()
  const view = answer.is === 'answer' ? answer.value : null
  const kind = kinds[0] ?? view?.kind ?? null
  if (kind !== null) return show({ kind, n, ...placeOf(kind, view, call.now()) })
  return answer.is === 'failed' ? engineDown(answer.text) : noAccount(call)
}

function placeOf(kind: AccountKind, view: WarRoomView | null, nowMs: EpochMs): Omit<Asked, 'kind' | 'n'> {
  if (view !== null && view.kind === kind)
    return { currency: view.account?.currency ?? null, terminal: view.shown, throughMs: view.marketMs }
  // The market of training has a time of its own, and it isn't running.
  return { currency: null, terminal: null, throughMs: kind === 'simulated' ? null : nowMs }
}

function notUnderstood({ name, words }: ReadingCall, mostN: number): Page {
  const takes = [
    ...(mostN > 0 ? [`a number from 1 to ${mostN}`] : []),
    `a kind of money (${AccountKind.options.join(', ')})`,
  ]
  return {
    isWrong: true,
    html: html`“${words.join(' ').slice(0, 60)}” makes no sense after /${name}: it takes ${takes.join(' and ')}.`,
  }
}

const noAccount = ({ name, words }: ReadingCall): Page => ({
  html: lines(
    html`<b>No account is linked.</b>`,
    'Kinds of money are never added together. Of which one do you want to read?',
  ),
  buttons: [AccountKind.options.map(kind => leadsTo(kind, [`/${name}`, ...words, kind].join(' ')))],
})
