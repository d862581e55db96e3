import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EpochMs } from '../contracts/primitives.ts'
import { LedgerFault, type Ledger } from '../ports/ledger.ts'
import { aDealDone, aPause, aTradeClosed } from './events.ts'
import { ONE_OF_EACH } from './one-of-each.ts'

const wallMs = EpochMs.parse(1_700_000_000_000)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** What every ledger promises, run against each of them. `open` gives a new, empty one. */
export function describeLedger(name: string, open: () => Ledger): void {
  describe(`${name} keeps the ledger's promises`, () => {
    it('is empty at first, with 64 zeros as its hash', () => {
      const ledger = open()

      expect(ledger.head()).toEqual({ events: 0, hash: '0'.repeat(64) })
      expect([...ledger.all()]).toEqual([])
    })

    it('chains each event to the one before it as docs describe', () => {
      const ledger = open()

      const [first, second] = ledger.append([aPause(5), aPause(6)], wallMs)

      const firstHash = sha256(`${'0'.repeat(64)}\n1\n${wallMs}\n{"atMs":5,"kind":"paused","origin":"cli"}`)
      const secondHash = sha256(`${firstHash}\n2\n${wallMs}\n{"atMs":6,"kind":"paused","origin":"cli"}`)
      expect(first).toEqual({ seq: 1, wallMs, event: aPause(5), hash: firstHash })
      expect(second?.hash).toBe(secondHash)
      expect(ledger.head()).toEqual({ events: 2, hash: secondHash })
    })

    it('gives back what was appended, money and all', () => {
      const ledger = open()
      const { missionIssued, missionRefused, missionRetimed } = ONE_OF_EACH
      const events = [
        aPause(),
        aDealDone(31),
        aTradeClosed({ netCents: -1_234, r: -0.98 }),
        missionIssued,
        missionRefused,
        missionRetimed,
      ]

      const stored = ledger.append(events, wallMs)

      expect([...ledger.all()]).toEqual(stored)
      expect(stored.map(({ event }) => event)).toEqual(events)
    })

    it('refuses a deal that it holds, and stores nothing of that batch', () => {
      const ledger = open()
      ledger.append([aDealDone(31)], wallMs)
      const before = ledger.head()

      const again = () => ledger.append([aPause(), aDealDone(31)], wallMs)

      expect(again).toThrow(expect.objectContaining({ name: 'LedgerFault', code: 'DUPLICATE_DEAL' }))
      expect(ledger.head()).toEqual(before)
      expect([...ledger.all()]).toHaveLength(1)
    })

    it('refuses the same deal twice in one batch, and goes on afterwards', () => {
      const ledger = open()

      expect(() => ledger.append([aDealDone(31), aDealDone(31)], wallMs)).toThrow(LedgerFault)

      ledger.append([aDealDone(31)], wallMs)
      expect([...ledger.all()].map(({ seq }) => seq)).toEqual([1])
    })

    it('takes the same deal ticket from two terminals', () => {
      const ledger = open()

      ledger.append([aDealDone(31, 'terminal-1'), aDealDone(31, 'terminal-2')], wallMs)

      expect(ledger.head().events).toBe(2)
    })

    it('throws on an event that breaks its contract, and stores nothing', () => {
      const ledger = open()
      const broken = aTradeClosed()

      const append = () =>
        ledger.append([aPause(), { ...broken, trade: { ...broken.trade, r: Number.NaN } }], wallMs)

      expect(append).toThrow(/cannot store tradeClosed: trade\.r/)
      expect(ledger.head().events).toBe(0)
    })

    it('ends at the same hash however its events were batched', () => {
      fc.assert(
        fc.property(fc.array(fc.nat(1e9), { maxLength: 12 }), fc.nat(12), (times, cut) => {
          const events = times.map(aPause)
          const whole = open()
          const parts = open()

          whole.append(events, wallMs)
          parts.append(events.slice(0, cut), wallMs)
          parts.append(events.slice(cut), wallMs)

          expect(parts.head()).toEqual(whole.head())
        }),
        { numRuns: 30 },
      )
    })

    it('is read to the end it had while it grows', () => {
      const ledger = open()
      ledger.append([aPause(1), aPause(2)], wallMs)

      const reader = ledger.all()[Symbol.iterator]()
      reader.next()
      ledger.append([aPause(3)], wallMs)

      expect(reader.next().value).toMatchObject({ seq: 2 })
    })
  })
}
