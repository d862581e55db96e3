import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readSteering } from './steering.ts'

it.each([
  ['speed 60', { kind: 'speed', speed: 60 }],
  ['  speed   max ', { kind: 'speed', speed: 0 }],
  ['pause', { kind: 'pause' }],
  ['play', { kind: 'play' }],
  ['step', { kind: 'step', ticks: 1 }],
  ['step 5', { kind: 'step', ticks: 5 }],
  ['seek 2014-05-07T12:30Z', { kind: 'seek', toMs: Date.UTC(2014, 4, 7, 12, 30) }],
])('“%s” steers the market', (line, control) => {
  expect(readSteering(line)).toEqual({ is: 'control', control })
})

it('quit ends it, an empty line does nothing', () => {
  expect(readSteering('quit')).toEqual({ is: 'quit' })
  expect(readSteering('  ')).toEqual({ is: 'nothing' })
})

it.each([
  'speed',
  'speed fast',
  'speed -1',
  'step 0',
  'step 1.5',
  'seek soon',
  'pause now',
  'speed 1 2',
  'stop',
])('“%s” is not understood, and the answer says what is', line => {
  expect(readSteering(line)).toMatchObject({
    is: 'unknown',
    text: expect.stringContaining('speed 60') as string,
  })
})

it('no line that a person can type throws', () => {
  fc.assert(
    fc.property(fc.string(), line =>
      ['control', 'quit', 'nothing', 'unknown'].includes(readSteering(line).is),
    ),
  )
})
