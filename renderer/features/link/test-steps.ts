/** A test fire as the page and the report tell it: its steps in their order, and what to make of them. */
import type { StopSeen, TestFire, TestFires } from '../../../engine/contracts/test-fire.ts'
import { testFireCopy } from '../../copy/test-fire.ts'
import { signedAmountText } from '../../ui/format/money.ts'
import { countText, lotsText } from '../../ui/format/numbers.ts'
import { priceText } from '../../ui/format/price.ts'
import { clockText } from '../../ui/format/time.ts'

const copy = testFireCopy

/** `is`: `none` of what will not come any more. */
export type Step = Readonly<{
  name: string
  is: 'done' | 'bad' | 'wait' | 'none'
  text: string
  /** When, the first by the clock and the others after it; null: not told. */
  when: string | null
}>

export type TestVerdict = Readonly<{ tone: 'good' | 'unknown' | 'bad'; text: string; next: string | null }>

const OPEN: readonly TestFire['state'][] = ['partlyFilled', 'filled', 'managed']
const ON_ITS_WAY: readonly TestFire['state'][] = ['approved', 'recorded', 'sent', 'working', 'waiting']

const isOpen = ({ state }: TestFire): boolean => OPEN.includes(state)
const isOver = ({ state }: TestFire): boolean =>
  !OPEN.includes(state) && !ON_ITS_WAY.includes(state) && state !== 'unknown'
const isRefused = ({ closeAnswered }: TestFire): boolean =>
  closeAnswered !== null && closeAnswered.is !== 'accepted'

export function stepsOf({ last, stopSeen }: Pick<TestFires, 'last' | 'stopSeen'>): readonly Step[] {
  if (last === null) return []
  const { steps } = copy
  const { digits, lots, symbol, price, recordedMs, sentMs, filled, closed } = last
  const after = (ms: number | null | undefined) =>
    ms === null || ms === undefined ? null : copy.after(countText(Math.max(0, ms - recordedMs)))
  const missing = (): Pick<Step, 'is' | 'text'> =>
    isOver(last) ? { is: 'none', text: copy.not } : { is: 'wait', text: copy.wait }
  const told = (text: string | null): Pick<Step, 'is' | 'text'> =>
    text === null ? missing() : { is: 'done', text }
  return [
    { name: steps.recorded, is: 'done', text: copy.order(lotsText(lots), symbol, priceText(price, digits)), when: copy.at(clockText(recordedMs)) },
    { name: steps.sent, ...told(sentMs === null ? null : ''), when: after(sentMs) },
    { name: steps.answered, ...answerOf(last, missing), when: after(last.answered?.atMs) },
    { name: steps.filled, ...told(filled && copy.filledAt(priceText(filled.price, digits), filled.slippagePoints)), when: after(filled?.atMs) },
    { name: steps.stop, ...stopOf(last, stopSeen, missing), when: after(stopSeen?.atMs) },
    { name: steps.closed, ...closeOf(last, missing), when: after(closed?.atMs ?? last.closeAnswered?.atMs) },
    { name: steps.cost, ...told(closed && signedAmountText(closed.netCents)), when: null },
  ]
} // prettier-ignore

type Said = Pick<Step, 'is' | 'text'>

function answerOf({ answered }: TestFire, missing: () => Said): Said {
  if (answered === null) return missing()
  const { is, retcode, text } = answered
  const tone = is === 'accepted' ? 'done' : is === 'unknown' ? 'wait' : 'bad'
  return { is: tone, text: copy.answer(is, retcode, text) }
}

function stopOf(last: TestFire, seen: StopSeen | null, missing: () => Said): Said {
  if (seen?.is === 'there') return { is: 'done', text: copy.stop.there(priceText(last.stop, last.digits)) }
  if (seen?.is === 'none') return { is: 'bad', text: copy.stop.none }
  return last.closed === null ? missing() : { is: 'none', text: copy.stop.unseen }
}

function closeOf(last: TestFire, missing: () => Said): Said {
  const { closed, closeAnswered, digits } = last
  if (closed !== null) return { is: 'done', text: priceText(closed.price, digits) }
  if (!isRefused(last) || closeAnswered === null) return missing()
  const { is, retcode, text } = closeAnswered
  return { is: 'bad', text: copy.closeRefused(copy.answer(is, retcode, text)) }
}

/** Well only when everything was seen that is to be tested. */
export function verdictOf({ last, stopSeen }: Pick<TestFires, 'last' | 'stopSeen'>): TestVerdict | null {
  if (last === null) return null
  const { verdict } = copy
  if (last.state === 'unknown') return { tone: 'bad', text: verdict.unknown, next: verdict.unknownNext }
  if (isOpen(last))
    return isRefused(last)
      ? { tone: 'bad', text: verdict.stuck, next: verdict.stuckNext }
      : { tone: 'unknown', text: verdict.closing, next: null }
  if (!isOver(last)) return { tone: 'unknown', text: verdict.running, next: null }
  if (last.closed !== null) return { ...ofStop(stopSeen), next: null }
  if (last.state === 'settled') return { tone: 'bad', text: verdict.settled, next: null }
  const { answered, why } = last
  const retcode = answered === null || answered.is === 'accepted' ? null : answered.retcode
  return { tone: 'bad', text: verdict.failed(why ?? ''), next: copy.nextOf(retcode) }
}

function ofStop(seen: StopSeen | null): Pick<TestVerdict, 'tone' | 'text'> {
  const { verdict } = copy
  if (seen?.is === 'there') return { tone: 'good', text: verdict.well }
  return seen === null ? { tone: 'unknown', text: verdict.stopUnseen } : { tone: 'bad', text: verdict.noStop }
}
