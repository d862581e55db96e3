import { symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Calendar } from '../../contracts/wire/index.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { CalendarDrop } from './calendar-drop.ts'

it('a file that cannot even be looked at is left out in a sentence, and the others are read', async () => {
  const folder = temporaryFolder()
  symlinkSync('loop.csv', path.join(folder, 'loop.csv'))
  writeFileSync(
    path.join(folder, 'week.csv'),
    'utc,currency,importance,name\n2026-01-09 13:30,USD,high,Payrolls',
  )
  const notices: string[] = []
  let known: readonly Calendar[] = []
  const changed = (calendars: readonly Calendar[]) => {
    known = calendars
  }
  const drop = new CalendarDrop({ folder, changed, notice: (_, text) => void notices.push(text) })
  try {
    expect(() => drop.start()).not.toThrow()
    expect(known.map(({ events }) => events.length)).toEqual([1])
    expect(notices).toContainEqual(expect.stringMatching(/^loop\.csv can't be read: .*\. It is left out\.$/))
  } finally {
    await drop.close()
  }
})
