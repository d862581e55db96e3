import { expect, it } from 'vitest'
import { eventually } from '../../testkit/eventually.ts'
import type { Heard } from './heard.ts'
import { InHand } from './in-hand.ts'

const said = (id: number, text: string): Heard => ({
  is: 'said',
  chat: { id, type: 'private' },
  message: 1,
  text,
  sentMs: 0,
})

/** Messages begin to be handled, and end when the test says so. */
function aDesk(graceMs = 60_000, most = 100) {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const inHand = new InHand({
    graceMs,
    most,
    handle: heard =>
      new Promise(resolve => {
        if (heard.is !== 'said') return resolve()
        begun.push(heard.text)
        ends.set(heard.text, resolve)
      }),
  })
  return { inHand, begun, end: (text: string) => ends.get(text)?.() }
}

it('begins the messages of a chat one after another, and those of others beside them', async () => {
  const { inHand, begun, end } = aDesk()
  const taken = inHand.take([said(1, 'a'), said(1, 'b'), said(2, 'c')])
  await eventually(() => expect(begun).toEqual(['a', 'c']))
  end('a')
  await eventually(() => expect(begun).toEqual(['a', 'c', 'b']))
  end('b')
  end('c')
  await taken
})

it('lets the next of a chat begin when one has had its time, and asks for more meanwhile', async () => {
  const { inHand, begun } = aDesk(1)
  await inHand.take([said(1, 'waits for its terminal'), said(1, '/flatten')])
  expect(begun).toEqual(['waits for its terminal', '/flatten'])
  expect(inHand.room).toBe(98)
})

it('is idle when all of it is handled, also what had its time before', async () => {
  const { inHand, end } = aDesk(1)
  await inHand.idle()
  await inHand.take([said(1, 'a'), said(2, 'b')])
  let isIdle = false
  const idle = inHand.idle().then(() => (isIdle = true))
  end('a')
  await new Promise(resolve => setTimeout(resolve, 20))
  expect(isIdle).toBe(false)
  end('b')
  await idle
})

it('asks for no more while too many are in hand', async () => {
  const { inHand, end } = aDesk(1, 2)
  let isTaken = false
  const taken = inHand.take([said(1, 'a'), said(2, 'b')]).then(() => (isTaken = true))
  await eventually(() => expect(inHand.room).toBe(1))
  await new Promise(resolve => setTimeout(resolve, 20))
  expect(isTaken).toBe(false)
  end('b')
  await taken
})
