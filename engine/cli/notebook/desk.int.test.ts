/** The notebook of a desk that runs: engine, archive and command line, each a thread or a process of its own. */
import { expect, test } from 'vitest'
import { bitten } from '../../testkit/command-line.ts'
import { aUlid } from '../../testkit/events.ts'
import { eventually } from '../../testkit/eventually.ts'
import { trainingDesk } from '../../testkit/training-desk.ts'

test('a note that is written is found by the window and by the command line, and counted in the report', async () => {
  const { host, folder, told } = await trainingDesk(60)
  await eventually(() => expect(told('terminalLinked')).toHaveLength(1))
  const note = {
    kind: 'writeJournal', id: aUlid(1), origin: 'window', entry: null, account: null, order: null, mission: null,
    text: 'Die erste Übung.', lesson: 'Wait.', emotions: ['calm'], mistakes: [], patterns: [],
  } as const // prettier-ignore

  expect(await host.command({ ...note, emotions: [...note.emotions], mistakes: [], patterns: [] })).toEqual({
    is: 'done',
    text: 'Written down.',
  })

  const page = {
    kind: 'journalPage',
    account: 'simulated',
    search: 'ubung',
    beforeSeq: null,
    limit: 5,
  } as const
  expect(await host.ask<'journalPage'>(page)).toMatchObject({
    is: 'answer',
    value: { total: 1, entries: [{ text: 'Die erste Übung.', lesson: 'Wait.' }] },
  })
  expect(
    await host.ask<'drillReport'>({ kind: 'drillReport', account: 'simulated', dayMs: null }),
  ).toMatchObject({
    value: { facts: { notes: 1, lessons: 1 } },
  })
  expect((await bitten(folder, 'journal', 'search', 'übung')).stdout).toContain('Lesson: Wait.')
}, 60_000)
