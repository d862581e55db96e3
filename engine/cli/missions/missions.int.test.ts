import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLedger } from '../../adapters/ledger/index.ts'
import type { EngineEvent, EventOf } from '../../contracts/events.ts'
import { GhostReport } from '../../contracts/ghosts.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { bitten } from '../../testkit/command-line.ts'
import { DeskHarness } from '../../testkit/desk-harness.ts'
import { aPause, aUlid } from '../../testkit/events.ts'
import { longHistory } from '../../testkit/long-history.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'

function aFolder(events: Iterable<EngineEvent>): string {
  const folder = temporaryFolder()
  const ledger = openLedger({ file: path.join(folder, 'ledger.db'), binding: sqliteBinding() })
  ledger.append([...events], EpochMs.parse(1_767_700_000_000))
  ledger.close()
  return folder
}

const DAY = 86_400_000
const ghosts = (count: number, change: Partial<EventOf<'ghostEnded'>> = {}): EngineEvent[] =>
  Array.from({ length: count }, (_, k) => ({
    ...ONE_OF_EACH.ghostEnded,
    mission: aUlid(100 + k),
    r: k % 4 === 0 ? 1.9 : -1.1,
    endedMs: EpochMs.parse(1_767_700_000_000 + k * DAY),
    ...change,
  }))

/** One that was fired and closed, after a few that were refused. */
function traded() {
  const desk = new DeskHarness()
  const { id } = desk.mission()
  desk.fire(id)
  desk.deliver().play(5, minute => 110_400 - minute * 200)
  return { id, folder: aFolder(desk.all()) }
}

describe('bitten ghosts', () => {
  it('says of each reason what it has saved or cost, of each kind of account by itself', async () => {
    const folder = aFolder([
      ...ghosts(40),
      ...ghosts(3, { account: 'simulated', notTaken: 'declined', why: ['No'] }),
    ])
    const { code, stdout, stderr } = await bitten(folder, 'ghosts')

    expect([code, stderr]).toEqual([0, ''])
    const [demo = '', simulated = ''] = stdout.split(/(?=Ghosts, simulated)/)
    expect(demo).toContain(
      'Probability of the target, where a model had said one: too few: 0 outcomes of at least 50',
    )
    expect(demo).toContain('Ghosts, demo: 40 missions not taken and followed to the end; none is a result')
    expect(demo).toMatch(/refused VALUE_BELOW_GATE +40 +−0\.35 R +−\d.* −14\.00 R +40 +open\n/)
    expect(simulated).toMatch(/declined No +3 +−0\.30 R +3 +too few\n/)
  })

  it('answers in JSON as its contract says, and of the newest week alone when asked', async () => {
    const folder = aFolder(ghosts(40))
    const { stdout } = await bitten(folder, 'ghosts', '--week', '--account', 'demo', '--json')
    const { ghosts: reports } = JSON.parse(stdout) as { ghosts: unknown[] }
    const [week] = reports.map(report => GhostReport.parse(report))
    expect(week?.weeks).toHaveLength(1)
    expect(week?.all.n).toBeLessThan(8)
    expect(week?.all.n).toBeGreaterThan(0)
  })

  it('says that there is none, and that it was asked wrongly', async () => {
    expect((await bitten(aFolder([aPause()]), 'ghosts')).stdout).toMatch(/^No ghost has ended yet/)
    expect(await bitten(temporaryFolder(), 'ghosts')).toMatchObject({ code: 1, stdout: '' })
    expect(await bitten(temporaryFolder(), 'ghosts', '--account', 'paper')).toMatchObject({ code: 2 })
  })
})

describe('bitten missions', () => {
  it('lists what became of each, newest first, and tells the story of one', async () => {
    const { id, folder } = traded()
    const { stdout } = await bitten(folder, 'missions', '--state', 'closed')
    expect(stdout).toMatch(
      new RegExp(`^Missions, simulated, newest first:\n${id}  .* closed +\\+\\d\\.\\d\\d R`),
    )

    const story = await bitten(folder, 'mission', id.toLowerCase())
    expect(story).toMatchObject({ code: 0, stderr: '' })
    expect(story.stdout).toContain(`${id}: EURUSD sell, BIGBAR-FADE, DRILL; closed (simulated)`)
    expect(story.stdout).toMatch(/orderRecorded window: .* lots\n/)
    expect(story.stdout).toMatch(/Issued to decided +\d+ ms/)
    expect(story.stdout).toMatch(/Closed by target: \+\d/)
    const { story: told } = JSON.parse((await bitten(folder, 'mission', id, '--json')).stdout) as {
      story: { state: string; steps: unknown[] }
    }
    expect(told.state).toBe('closed')
    expect(told.steps.length).toBeGreaterThan(6)
  })

  it('finds three among thousands of refusals', async () => {
    const folder = aFolder(longHistory(6_000))
    const { stdout } = await bitten(folder, 'missions', '--state', 'closed', '--limit', '3', '--json')
    const { missions } = JSON.parse(stdout) as { missions: { missions: { state: string }[] }[] }
    expect(missions[0]?.missions.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed'])
  })

  it('says in one sentence what it does not know or was asked wrongly', async () => {
    const folder = aFolder([aPause()])
    expect((await bitten(folder, 'missions')).stdout).toBe('No such mission in this ledger.\n')
    expect((await bitten(folder, 'mission', 'nonsense')).stderr).toMatch(
      /^bitten: nonsense is no id of a mission/,
    )
    expect(await bitten(folder, 'mission', aUlid(9))).toMatchObject({ code: 1 })
    expect((await bitten(folder, 'mission', aUlid(9))).stderr).toMatch(/knows no mission 0+9\./)
    expect((await bitten(folder, 'missions', '--limit', '0')).stderr).toMatch(
      /--limit 0 is not a whole number/,
    )
    expect(await bitten(folder, 'missions', '--pair', 'XAUUSD')).toMatchObject({ code: 2 })
    expect((await bitten(temporaryFolder(), 'mission', aUlid(9))).stderr).toMatch(
      /^bitten: There is no ledger in /,
    )
  })
})
