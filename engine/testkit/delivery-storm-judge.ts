/** What a storm came to, by the journal of the server and by what the chats show. */
import { aUlid } from './events.ts'
import type { JournalEntry } from './telegram-server/journal.ts'
import type { PersonInChat } from './telegram-server/people/person-in-chat.ts'

/** All counts are of alerts in chats: one alert for two chats counts twice. */
export type StormReport = Readonly<{
  wanted: number
  delivered: number
  /** Calls that came to nothing or whose answer was lost; every one is a fault that was met. */
  dropped: number
  answersLost: number
  refused: number
  /** Twice in a chat although no answer was lost. */
  twiceForNothing: number
  /** Twice because an answer was lost, or the bot died before it had it. */
  repeats: number
  repeatsWithoutMark: number
  moreThanTwice: number
  /** Calls into a chat before the wait was over that Telegram had asked for. */
  tooEarly: number
  /** Messages that do not show how the mission stands. */
  stale: number
}>

export type Evidence = Readonly<{
  calls: readonly JournalEntry[]
  chats: readonly PersonInChat[]
  alerts: number
  /** `chat mission`: on its way when its program died, so that nobody heard the answer. */
  cut: ReadonlySet<string>
  tooEarly: number
}>

/** One alert in one chat: the messages that were accepted, oldest first. */
type Telling = Readonly<{ accepted: readonly JournalEntry[]; wasCut: boolean }>

export function judgeStorm({ calls, chats, alerts, cut, tooEarly }: Evidence): StormReport {
  const accepted = acceptedBy(calls)
  const numbers = Array.from({ length: alerts }, (_, k) => k + 1)
  const tellings = chats.flatMap(({ chatId }) =>
    numbers.map(number => {
      const name = `${chatId} ${missionOf(number)}`
      return { accepted: accepted.get(name) ?? [], wasCut: cut.has(name) }
    }),
  )
  const alertsThat = (fits: (telling: Telling) => boolean) => tellings.filter(fits).length
  const callsThat = (fits: (call: JournalEntry) => boolean) => calls.filter(fits).length
  return {
    wanted: tellings.length,
    delivered: alertsThat(telling => telling.accepted.length > 0),
    dropped: callsThat(call => !call.accepted && call.told === 'nothing'),
    answersLost: callsThat(call => call.accepted && call.told === 'nothing'),
    refused: callsThat(({ told, code }) => told === 'refused' && code !== 400),
    twiceForNothing: alertsThat(isTwiceForNothing),
    repeats: alertsThat(telling => telling.accepted.length > 1),
    repeatsWithoutMark: alertsThat(telling => telling.accepted.slice(1).some(({ text }) => !isMarked(text))),
    moreThanTwice: alertsThat(telling => telling.accepted.length > 2),
    tooEarly,
    stale: chats.reduce((sum, chat) => sum + staleIn(chat, numbers), 0),
  }
}

function acceptedBy(calls: readonly JournalEntry[]): ReadonlyMap<string, readonly JournalEntry[]> {
  const found = new Map<string, JournalEntry[]>()
  for (const call of calls) {
    if (call.method !== 'sendMessage' || !call.accepted) continue
    const name = `${call.chatId ?? 0} ${missionIn(call.text)}`
    found.set(name, [...(found.get(name) ?? []), call])
  }
  return found
}

const isTwiceForNothing = ({ accepted, wasCut }: Telling): boolean =>
  !wasCut && accepted.slice(0, -1).some(({ told }) => told !== 'nothing')

/** The newest message of a mission is the one that is kept up to date. */
function staleIn(chat: PersonInChat, numbers: readonly number[]): number {
  const newest = new Map(chat.read().map(({ text }) => [missionIn(text), text]))
  const stageOf = (number: number) => (isExpired(number) ? 'expired' : 'pending')
  return numbers.filter(number => newest.get(missionOf(number))?.endsWith(` ${stageOf(number)}`) !== true)
    .length
}

/** Every tenth mission of a storm ends at once. */
export const isExpired = (number: number): boolean => number % 10 === 0

const missionOf = (number: number): string => `mission:${aUlid(number)}`

/** Which mission a message tells; empty: none. */
export const missionIn = (text: string | null): string => /mission:\w+/.exec(text ?? '')?.[0] ?? ''

const isMarked = (text: string | null): boolean => text?.startsWith('mission:') === false
