import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DeskHarness } from '../../../testkit/desk-harness.ts'
import { ONE_OF_EACH } from '../../../testkit/one-of-each.ts'
import { EMPTY_HEAD, seal } from '../chain.ts'
import { EpochMs } from '../../../contracts/primitives.ts'
import { DICTIONARY } from './dictionary.ts'
import { packed, unpacked, type Packing } from './pack.ts'

const rowsOf = (events: Parameters<typeof seal>[0]) => seal(events, EMPTY_HEAD, EpochMs.parse(1))
const streamOf = ({ packed: stream }: Packing): Uint8Array => {
  if (stream === null) throw new Error('it was not packed')
  return stream
}
const refusal = '{"atMs":1,"kind":"missionRefused","mission":{"pair":"EURUSD"}}'

describe('an event in the file', () => {
  it.each(Object.values(ONE_OF_EACH))('$kind is read back as the same text', event => {
    const [sealed] = rowsOf([event])
    const text = sealed?.row.body ?? ''
    expect(unpacked(packed(event, text))).toBe(text)
  })

  it('is packed when it is about a mission, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), said => {
        const text = `{"kind":"missionIssued","said":${JSON.stringify(said)}}`
        const lying = packed({ kind: 'missionIssued' }, text)
        expect(lying.body).toBe('{"kind":"missionIssued"}')
        expect(unpacked(lying)).toBe(text)
      }),
      { numRuns: 40 },
    )
  })

  it('lies as it is when an index reads it, or when it is longer than any mission', () => {
    expect(packed({ kind: 'dealDone' }, '{}')).toEqual({ body: '{}', packed: null })
    const long = `{"kind":"missionIssued","said":"${'x'.repeat(1_000_000)}"}`
    expect(packed({ kind: 'missionIssued' }, long)).toEqual({ body: long, packed: null })
  })

  it('takes a sixth of the room when it is a refusal, and loses no word of it', () => {
    const desk = new DeskHarness()
    desk.mission()
    const refused = rowsOf(desk.events('missionRefused'))
    expect(refused.length).toBeGreaterThan(0)
    for (const { row } of refused)
      expect(streamOf(packed({ kind: 'missionRefused' }, row.body)).length * 6).toBeLessThan(row.body.length)
  })
})

describe('a stream that `packed` did not make', () => {
  it('is told whichever byte of it is another', () => {
    const { body, packed: stream } = packed({ kind: 'missionRefused' }, refusal)
    for (let at = 0; at < streamOf({ body, packed: stream }).length; at++) {
      const bytes = Uint8Array.from(streamOf({ body, packed: stream }))
      bytes[at] = (bytes[at] ?? 0) ^ 0x10
      expect([null, refusal]).toContain(unpacked({ body, packed: bytes }))
    }
  })

  it('is told when it is cut short, has another dictionary, unpacks to too much, or is of another kind', () => {
    const { body, packed: stream } = packed({ kind: 'missionRefused' }, refusal)
    const whole = streamOf({ body, packed: stream })
    expect(unpacked({ body, packed: whole.subarray(0, -3) })).toBeNull()
    expect(
      unpacked({ body, packed: deflateSync(refusal, { dictionary: Buffer.from('another') }) }),
    ).toBeNull()
    const bomb = deflateSync(refusal.padEnd(2_000_000, ' '), { dictionary: DICTIONARY })
    expect(unpacked({ body, packed: bomb })).toBeNull()
    expect(unpacked({ body: '{"kind":"missionIssued"}', packed: whole })).toBeNull()
    expect(unpacked({ body: '{"kind":"dealDone"}', packed: whole })).toBeNull()
    const another = `{"kind":"missionRefused","trace":"${'0'.repeat(26)}"}`
    expect(unpacked({ body: another, packed: whole })).toBeNull()
  })
})

it('the dictionary is the one that ledgers were written with', () => {
  expect(createHash('sha256').update(DICTIONARY).digest('hex')).toBe(
    'b23de6d712b9cb72f596efd03a1b27bd44636399c68d0abdbdf489a1e259e2f6',
  )
})
