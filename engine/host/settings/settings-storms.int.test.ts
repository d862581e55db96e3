import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { CommandAnswer } from '../../contracts/commands.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { DeskSettings } from '../../contracts/settings.ts'
import { hasSettings, readSettings } from '../data-folder/settings-file.ts'
import { SettingsDesk } from './settings-desk.ts'

const DONE: CommandAnswer = { is: 'done', text: 'ok' }
const NO: CommandAnswer = { is: 'refused', code: 'LOOSER_THAN_RANK', text: 'no' }

const change = fc.oneof(
  fc.record({ riskPct: fc.constantFrom(0.2, 0.5, 1, 1.5, 2, 3, 'much') }),
  fc.record({ port: fc.constantFrom(0, 5_577, 6_000, 70_000) }),
  fc.record({ limits: fc.record({ openTrades: fc.constantFrom(null, 1, 2, 9) }) }),
  fc.record({ noCalendar: fc.constantFrom('warn', 'block') }),
  fc.constant({ nobodyKnows: 1 }),
)
const step = fc.record({
  /** How many revisions ago the asker looked. */
  late: fc.constantFrom(0, 0, 0, 1),
  change,
  typed: fc.constantFrom(null, 'I risk more than one percent', 'I trade without knowing the news'),
  engine: fc.constantFrom(DONE, DONE, DONE, NO),
  restoreTo: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 4 }),
  restart: fc.constantFrom(false, false, false, true),
})

/** Opened as at a start; the engine that it tells remembers what it follows, as the real one does. */
function open(folder: string, engine: { follows: DeskSettings; says: CommandAnswer }): SettingsDesk {
  const read = readSettings(folder)
  if (read.is === 'refused') throw new Error(read.text)
  engine.follows = DeskSettings.parse(read.settings)
  return new SettingsDesk({
    dataFolder: folder,
    settings: read.settings,
    now: () => EpochMs.parse(1),
    tell(settings, _, judgeOnly) {
      if (engine.says.is === 'done' && !judgeOnly) engine.follows = settings
      return Promise.resolve(engine.says)
    },
    held: () => undefined,
    notice: (_, text) => expect(text).toBe(''),
  })
}

it('whatever is wished, file, engine and history say the same as the desk', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async steps => {
      const folder = mkdtempSync(path.join(tmpdir(), 'bitten-test-'))
      try {
        const engine = { follows: DeskSettings.parse({}), says: DONE as CommandAnswer }
        let desk = open(folder, engine)
        for (const { late, change: wished, typed, engine: says, restoreTo, restart } of steps) {
          if (restart) desk = open(folder, engine)
          const before = desk.now()
          engine.says = says
          const seen = Math.max(1, before.revision - late)
          const answer = await (restoreTo === null
            ? desk.change({ seen, change: wished, typed }, 'window')
            : desk.restore({ seen, revision: restoreTo, typed }, 'cli'))

          const { revision, settings } = desk.now()
          const hasChanged = answer.is === 'done' && answer.changed.length > 0
          expect(revision).toBe(before.revision + (hasChanged ? 1 : 0))
          if (!hasChanged) expect(settings).toEqual(before.settings)
          expect(engine.follows).toEqual(DeskSettings.parse(settings))
          if (hasSettings(folder)) expect(readSettings(folder)).toEqual({ is: 'settings', settings })
          const history = desk.history()
          expect(
            Array.isArray(history) ? history.map(version => version.revision as number) : history,
          ).toEqual(Array.from({ length: revision }, (_, n) => revision - n))
        }
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }),
    { numRuns: 150 },
  )
})
