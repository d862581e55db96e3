import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deserialize } from 'node:v8'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { checkpointFile, openLedger, writeCheckpoint } from '../../adapters/ledger/index.ts'
import type { CampaignAnswer } from '../../contracts/campaign.ts'
import type { EngineEvent } from '../../contracts/events.ts'
import { newCampaign } from '../../domain/campaign/campaign-book.ts'
import { dueAwards, takeFact } from '../../domain/campaign/campaign.ts'
import { CampaignStream } from '../../testkit/campaign-stream.ts'
import { bitten, startBitten } from '../../testkit/command-line.ts'
import { eventually } from '../../testkit/eventually.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'

const CHECKSUM_BYTES = 32
type Checkpoint = Parameters<typeof writeCheckpoint>[1] & {
  memory: { desk: { campaign: { recruits: Set<string> } } }
}

/** Facts as an engine stores them: each with what it earns. `tell` may change what is told. */
function stored(
  { events }: CampaignStream,
  tell: (award: EngineEvent) => readonly EngineEvent[] = award => [award],
): EngineEvent[] {
  const campaign = newCampaign()
  return events.flatMap(fact => {
    takeFact(campaign, fact)
    const told = dueAwards(campaign).map(award => ({ kind: 'xpAwarded', ...award }) as const)
    for (const award of told) takeFact(campaign, award)
    return [fact, ...told.flatMap(award => tell(award))]
  })
}

function aFolder(...events: readonly EngineEvent[]): string {
  const folder = temporaryFolder()
  const ledger = openLedger({ file: path.join(folder, 'ledger.db'), binding: sqliteBinding() })
  for (const event of events) ledger.append([event], event.atMs)
  ledger.close()
  return folder
}
const demo = () => new CampaignStream(1, 'demo').day(0).trade().debrief().journal(1).day(1)
const practice = () => new CampaignStream(2, 'simulated').day(0).trade()

describe('bitten campaign', () => {
  it('shows rank, badges, challenges and awards of each kind of account by itself', async () => {
    const { code, stdout, stderr } = await bitten(
      aFolder(...stored(demo()), ...stored(practice())),
      'campaign',
    )

    expect([code, stderr]).toEqual([0, ''])
    const [first = '', second = ''] = stdout.split(/(?=Campaign, simulated)/)
    expect(first).toMatch(/^Campaign, demo: NIBBLER, \d+ XP, \d+ XP to SCOUT\n/)
    expect(first).toContain('Streak: 1 day kept, at best 1.')
    expect(first).toMatch(/First Blood +earned 2026-11-02 09:00 UTC +100 XP +Close a trade with a profit\./)
    expect(first).toMatch(/Sharpshooter +1 of 10 +200 XP/)
    expect(first).toContain('Challenges, trading day 2026-11-03')
    expect(first).toMatch(/2026-11-02 21:59 UTC +\+50 XP +a day inside all limits, debriefed\n/)
    expect(second).toMatch(/^Campaign, simulated: NIBBLER, 16 XP, .*; simulated money pays a tenth\n/)
  })

  it('answers in JSON for one kind, and a kind that was never traded has nothing yet', async () => {
    const folder = aFolder(...stored(demo()))
    const ask = async (kind: string) => {
      const { stdout } = await bitten(folder, 'campaign', '--account', kind, '--json')
      return (JSON.parse(stdout) as { campaigns: CampaignAnswer[] }).campaigns[0]
    }
    expect(await ask('demo')).toMatchObject({ account: 'demo', badges: [{ name: 'FIRST_BLOOD', n: 1, earned: { proofs: [{}] } }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}] }) // prettier-ignore
    expect(await ask('live')).toMatchObject({ account: 'live', xp: 0, rank: 'NIBBLER', awards: { total: 0 } })
  })

  it('says in one sentence that there is nothing, or that it was asked wrongly', async () => {
    expect((await bitten(temporaryFolder(), 'campaign')).stderr).toMatch(
      /^bitten: There is no ledger in .*\n$/,
    )
    expect((await bitten(aFolder(), 'campaign')).stdout).toBe(
      'No account has been linked yet, so there is no campaign to show.\n',
    )
    expect(await bitten(temporaryFolder(), 'campaign', '--account', 'paper')).toMatchObject({ code: 2 })
  })
})

describe('bitten campaign rebuild --check', () => {
  const check = (folder: string, ...more: string[]) =>
    bitten(folder, 'campaign', 'rebuild', '--check', ...more)

  it('finds nothing in a ledger that tells what its facts earn, in an empty one, and in one of before awards had names', async () => {
    const { code, stdout } = await check(aFolder(...stored(demo()), ...stored(practice())))
    expect(code).toBe(0)
    expect(stdout).toContain('unbroken.\n')
    expect(stdout).toMatch(/demo: \d+ XP told; \d+ awards earned again, \d+ XP\n/)
    expect(stdout).toContain('What was told is what was earned.\n')
    expect(await check(aFolder())).toMatchObject({ code: 0 })
    const nameless = stored(
      new CampaignStream(1, 'demo').day(0).trade({ netCents: -100, reason: 'stop' }),
      award =>
      award.kind === 'xpAwarded' ? [{ kind: 'xpAwarded', atMs: award.atMs, account: award.account, order: award.order, reason: award.reason, xp: 7 }] : [], // prettier-ignore
    )
    expect(await check(aFolder(...nameless))).toMatchObject({ code: 0 })
  })

  it('says why more XP is told than was earned where a loss met the floor of a rank', async () => {
    const byHand = new CampaignStream(1, 'demo').day(0).trade({ netCents: -100, reason: 'manual' })
    expect(await check(aFolder(...stored(byHand)))).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(
        /demo: 0 XP told; \d+ awards earned again, −\d+ XP, since below the floor of a rank nothing is taken away\n/,
      ) as string,
    })
  })

  it('names every award that was told otherwise, and fails', async () => {
    const more = stored(demo(), award => (award.kind === 'xpAwarded' ? [{ ...award, xp: award.xp + 1 }] : []))
    const { code, stdout } = await check(aFolder(...more))
    expect(code).toBe(1)
    expect(stdout).toMatch(/demo badge:FIRST_BLOOD: told with 101 XP; the facts earn 100\n/)
    expect(await bitten(aFolder(...more), 'campaign', 'rebuild')).toMatchObject({ code: 0 })
    const json = await check(aFolder(...stored(demo(), () => [])), '--json')
    expect(json.code).toBe(1)
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, differences: expect.arrayContaining([expect.objectContaining({ is: 'untold', key: 'day:2026-11-02' })]) as unknown }) // prettier-ignore
  })

  it('says of a ledger that was edited that its chain is broken', async () => {
    const folder = aFolder(...stored(demo()))
    const database = new Sqlite(path.join(folder, 'ledger.db'), {
      nativeBinding: sqliteBinding() ?? undefined,
    })
    database.exec('DROP TRIGGER event_never_changes; UPDATE event SET wall_ms = wall_ms + 1 WHERE seq = 3')
    database.close()
    const { code, stderr } = await check(folder)
    expect(code).toBe(1)
    expect(stderr).toMatch(/event 3/i)
  })

  it('asks a desk that runs on the data folder for the XP that it shows, and reads the checkpoint that it leaves', async () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ version: 1, port: 0 }))
    const running = await startBitten(folder, 'run', '--headless', '--training', '--speed', '60', '--json')
    await eventually(() => expect(running.written()).toContain('"started"'))
    await eventually(async () =>
      expect((await bitten(folder, 'status')).stdout).toMatch(/Rank +NIBBLER, 0 XP/),
    )
    const { code, stdout } = await check(folder)
    running.child.kill('SIGTERM')
    await running.ended
    expect(stdout).toContain('The running desk has the same: simulated, 0 XP.\n')
    expect(code).toBe(0)
    await checkpointIsCompared(folder)
  })

  it('says with what it did not compare, and why', async () => {
    const { stdout } = await check(aFolder(...stored(demo())))
    expect(stdout).toContain('Not compared with a checkpoint of the desk: there is none.\n')
    expect(stdout).toContain('Not compared with a running desk: none runs on this data folder.\n')
    expect((await bitten(aFolder(...stored(demo())), 'campaign', 'rebuild')).stdout).not.toContain('ompared')
  })

  /** Of a desk that has ended: as it left it, changed by hand, and of another build. */
  async function checkpointIsCompared(folder: string) {
    const same = await check(folder)
    expect(same.stdout).toMatch(
      /The desk's checkpoint at event [\d,]+ has the same campaign, to the last badge and day\.\n/,
    )
    expect(same.code).toBe(0)

    const file = checkpointFile(folder)
    const kept = deserialize(readFileSync(file).subarray(CHECKSUM_BYTES)) as Checkpoint
    kept.memory.desk.campaign.recruits.add('nobody')
    writeCheckpoint(file, kept)
    const differs = await check(folder)
    expect(differs.stdout).toMatch(
      /at event [\d,]+ has another campaign than the ledger: delete desk\.checkpoint/,
    )
    expect(differs.code).toBe(1)

    writeCheckpoint(file, { ...kept, build: 'another' })
    expect((await check(folder)).stdout).toContain('checkpoint of the desk: another build wrote it.\n')
  }
})
