import { expect, it } from 'vitest'
import type { Cue } from '../contracts/cues.ts'
import { together } from './together.ts'

const aCue = (change: Partial<Cue>): Cue => ({
  kind: 'order',
  subject: 'mission:1',
  page: 'room',
  mission: '1',
  title: 'DEMO: Filled: EURUSD, long',
  body: 'Lots 0.40.',
  spoken: 'demo. Filled.',
  sound: 'fill',
  isUrgent: false,
  ...change,
})
const link = aCue({ kind: 'link', subject: 'link:1', page: 'link', mission: null, title: 'LIVE: Link lost', sound: 'warning', spoken: 'live. Link lost.', isUrgent: true }) // prettier-ignore

it('one thing is told as it is, and nothing is nothing', () => {
  const cue = aCue({})
  expect([together([cue]), together([])]).toEqual([cue, null])
})

it('steps of one trade are its newest step', () => {
  expect(together([aCue({ title: 'DEMO: Fired' }), aCue({})])).toEqual(aCue({}))
})

it('several are one notification, one sound and one sentence: what is wrong first, the dearest money above', () => {
  const trades = [1, 2, 3, 4].map(n =>
    aCue({ subject: `mission:${n}`, mission: `${n}`, title: `DEMO: ${n}` }),
  )
  expect(together([...trades, link])).toMatchObject({
    title: 'LIVE: 5 alerts',
    body: 'LIVE: Link lost\nDEMO: 1\nDEMO: 2\nDEMO: 3\nand 1 more',
    page: 'room',
    mission: null,
    sound: 'warning',
    spoken: 'five alerts. live. Link lost.',
    isUrgent: true,
  })
})

it('several troubles are told by what they are, which their titles do not say', () => {
  const trouble = (body: string) => aCue({ kind: 'trouble', subject: `notice:${body}`, title: 'The desk has a problem', body, isUrgent: true }) // prettier-ignore
  const told = together([trouble('The disk is full.'), trouble(`The engine ${'x'.repeat(300)}`)])
  const [first, second] = told?.body.split('\n') ?? []
  expect(first).toBe('The desk has a problem: The disk is full.')
  expect(second).toMatch(/^The desk has a problem: The engine x+/)
  expect(second?.length).toBeLessThanOrEqual(120)
})

it('what is silent among them adds no sound', () => {
  const silent = { sound: null, spoken: null }
  expect(together([aCue(silent), { ...link, ...silent }])).toMatchObject(silent)
})
