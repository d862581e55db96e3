import fc from 'fast-check'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { Reply } from '../reply.ts'
import { html } from '../texts/html.ts'
import { NonceHands, OPEN_QUESTIONS } from './nonce-hands.ts'
import { QUESTION_MS } from './safe-hands.ts'

const ANNA = 11
const BEN = 12

function bench() {
  const clock = { ms: 1_000, wallMs: 1_700_000_000_000 }
  const hands = new NonceHands({ now: () => clock.wallMs, monotonicMs: () => clock.ms })
  const carriedOut: string[] = []
  const ask = (label: string, chat = ANNA) => {
    const carryOut = () => {
      carriedOut.push(label)
      return Promise.resolve({ html: html`Done: ${label}` })
    }
    return nonceOf(hands.ask({ chat, figures: html`0.12 lots`, label, carryOut }))
  }
  const wait = (ms: number) => {
    clock.ms += ms
    clock.wallMs += ms
  }
  return { clock, hands, carriedOut, ask, wait }
}

function nonceOf({ buttons = [] }: Reply): string {
  const [yes] = buttons.flat()
  if (!yes || !('nonce' in yes)) throw new Error('no question')
  return yes.nonce
}

it('asks with the figures and two buttons, of which only the first does anything', async () => {
  const { hands, carriedOut, ask } = bench()
  const yes = ask('FIRE')
  const no = ask('CLOSE')
  expect(yes).toMatch(/^[\w-]{22}$/)
  const dropped = hands.press(ANNA, no, false)
  expect((await dropped.reply)?.html.text).toBe('Not done: CLOSE.')
  const done = hands.press(ANNA, yes, true)
  expect(await done.reply).toMatchObject({ html: { text: 'Done: FIRE' }, replaces: true })
  expect(carriedOut).toEqual(['FIRE'])
})

it('carries out once, however often it is pressed', async () => {
  const { hands, carriedOut, ask } = bench()
  const nonce = ask('FIRE')
  const presses = [true, true, false, true].map(yes => hands.press(ANNA, nonce, yes))
  expect(await Promise.all(presses.map(({ reply }) => reply))).toMatchObject([{}, null, null, null])
  expect(presses[1]?.toast).toBe('This was answered already.')
  expect(carriedOut).toEqual(['FIRE'])
})

it('has ended after thirty seconds, and a press that is left over is told so', async () => {
  const { hands, carriedOut, ask, wait } = bench()
  const nonce = ask('FIRE')
  wait(QUESTION_MS + 1)
  const late = hands.press(ANNA, nonce, true)
  expect(late.toast).toBe('This question has ended. Ask again.')
  expect(await late.reply).toMatchObject({ html: { text: late.toast }, replaces: true })
  expect(carriedOut).toEqual([])
})

it('takes its buttons away by itself when it ends, and not when it was answered', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { hands } = bench()
  const settled: unknown[] = []
  const ask = (label: string) => {
    const reply = hands.ask({
      chat: ANNA,
      figures: html`0.12 lots`,
      label,
      carryOut: () => Promise.reject(new Error()),
    })
    void reply.later?.then(next => settled.push([label, next?.html.text ?? null, next?.buttons]))
    return nonceOf(reply)
  }
  hands.press(ANNA, ask('DROPPED'), false)
  ask('FIRE 0.12 <EURUSD>')
  await vi.advanceTimersByTimeAsync(QUESTION_MS)
  expect(settled).toEqual([['DROPPED', null, undefined]])
  await vi.advanceTimersByTimeAsync(1)
  const text = '⌛ This question has ended, and nothing was done: FIRE 0.12 &lt;EURUSD&gt;.'
  expect(settled[1]).toEqual(['FIRE 0.12 <EURUSD>', text, undefined])
  expect(vi.getTimerCount()).toBe(0)
})

it('runs out over a sleep that the rising clock does not see, and is not kept alive by a clock that is set back', () => {
  const { clock, hands, carriedOut, ask } = bench()
  const slept = ask('FIRE')
  clock.wallMs += 8 * 3_600_000
  hands.press(ANNA, slept, true)
  const setBack = ask('CLOSE')
  clock.wallMs -= 3_600_000
  clock.ms += QUESTION_MS + 1
  hands.press(ANNA, setBack, true)
  expect(carriedOut).toEqual([])
})

it('is unknown to another chat, and stays good in its own', () => {
  const { hands, carriedOut, ask } = bench()
  const nonce = ask('FIRE')
  expect(hands.press(BEN, nonce, true).toast).toContain('has ended')
  expect(carriedOut).toEqual([])
  hands.press(ANNA, nonce, true)
  expect(carriedOut).toEqual(['FIRE'])
})

it('keeps five questions of a chat, and no more of another chat’s because of them', () => {
  const { hands, carriedOut, ask } = bench()
  const bens = ask('BEN', BEN)
  const nonces = Array.from({ length: OPEN_QUESTIONS + 1 }, (_, k) => ask(String(k)))
  for (const nonce of nonces) hands.press(ANNA, nonce, true)
  hands.press(BEN, bens, true)
  expect(carriedOut).toEqual(['1', '2', '3', '4', '5', 'BEN'])
})

it('forgets what a chat was asked when the chat goes', () => {
  const { hands, carriedOut, ask } = bench()
  const nonce = ask('FIRE')
  hands.forget(ANNA)
  hands.press(ANNA, nonce, true)
  expect(carriedOut).toEqual([])
})

type Step = Readonly<{ do: 'ask' | 'press'; chat: number; which: number; yes: boolean; waitMs: number }>
const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('ask', 'press'),
  chat: fc.constantFrom(ANNA, BEN),
  which: fc.nat(20),
  yes: fc.boolean(),
  waitMs: fc.constantFrom(0, 1, 9_000, QUESTION_MS, QUESTION_MS + 1),
})

it('never carries out twice, never late and never in another chat, whatever is asked and pressed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      const { clock, hands, carriedOut, ask, wait } = bench()
      const asked: { nonce: string; chat: number; label: string; atMs: number }[] = []
      for (const { do: what, chat, which, yes, waitMs } of steps) {
        wait(waitMs)
        if (what === 'ask') {
          const label = String(asked.length)
          asked.push({ nonce: ask(label, chat), chat, label, atMs: clock.ms })
          continue
        }
        const question = asked[which % Math.max(1, asked.length)]
        if (!question) continue
        const before = carriedOut.length
        void hands.press(chat, question.nonce, yes).reply
        if (carriedOut.length === before) continue
        expect(carriedOut.at(-1)).toBe(question.label)
        expect([chat, yes]).toEqual([question.chat, true])
        expect(clock.ms - question.atMs).toBeLessThanOrEqual(QUESTION_MS)
      }
      expect(new Set(carriedOut).size).toBe(carriedOut.length)
    }),
  )
})
