/** Three desks on folders of their own; what goes from one to another goes as a file. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { bundleDesk } from '../../testkit/bundle-program.ts'
import { bitten } from '../../testkit/command-line.ts'
import { folderWithPast, startSquadDesk, type PastTrade } from '../../testkit/squad-desks.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'

async function deskOf(name: string, past: readonly PastTrade[] = []) {
  const folder = folderWithPast(path.join(temporaryFolder(), 'data'), past, sqliteBinding())
  const built = path.dirname(await bundleDesk())
  const program = (file: string) => path.join(built, file)
  const paths = {
    engineWorker: program('engine.worker.js'),
    archiveWorker: program('archive.worker.js'),
    terminalSim: program('terminal-sim.js'),
  }
  const host = await startSquadDesk(folder, paths, sqliteBinding())
  onTestFinished(() => host.stop())
  const squad = (...argv: readonly string[]) => bitten(folder, 'squad', ...argv)
  expect(await squad('me', '--call-sign', name)).toMatchObject({ code: 0, stderr: '' })
  return { folder, squad }
}

const file = (name: string) => path.join(temporaryFolder(), name)

it('invite, enlist, report and remove go by files from desk to desk', async () => {
  const leader = await deskOf('Viper ⚡')
  const ghost = await deskOf('نسر', [
    { account: 'demo', r: 2 },
    { account: 'demo', r: -1 },
  ])
  const [invitation, enlistment, report] = [file('i.bitten'), file('e.bitten'), file('r.bitten')]

  expect(await leader.squad('invite', '--out', invitation)).toMatchObject({ code: 0, stderr: '' })
  expect((await ghost.squad('enlist', invitation, '--out', enlistment)).stdout).toContain('Viper ⚡')
  expect((await leader.squad('receive', enlistment)).stdout).toContain('نسر is in your squad')
  expect(await ghost.squad('report', '--out', report)).toMatchObject({ code: 0, stderr: '' })
  expect(await leader.squad('receive', report)).toMatchObject({ code: 0, stderr: '' })

  const board = await leader.squad('board')
  expect(board.stdout).toContain('1 recruit.')
  expect(board.stdout).toContain('demo  NIBBLER  +1.00 R of 2 trades  won 50 % (95 % 9 % to 91 %)')
  expect((await ghost.squad('me')).stdout).toContain('enlisted with Viper ⚡')

  expect(await leader.squad('receive', report)).toMatchObject({ code: 1, stderr: expect.stringContaining('there is one a week') as string }) // prettier-ignore
  const forged = file('forged.bitten')
  writeFileSync(forged, readFileSync(report, 'utf8').replace('.report.', '.enlistment.'))
  expect(await leader.squad('receive', forged, '--json')).toMatchObject({ code: 1, stdout: expect.stringContaining('"code":"FORGED"') as string }) // prettier-ignore
  expect(await leader.squad('receive', file('nothing'))).toMatchObject({ code: 1, stderr: expect.stringContaining("can't be read") as string }) // prettier-ignore

  expect(await leader.squad('remove', '0000-0000-0000-0000')).toMatchObject({ code: 1, stderr: expect.stringContaining('nobody in your squad') as string }) // prettier-ignore
  const [shown] = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(board.stdout) ?? []
  expect((await leader.squad('remove', shown?.toLowerCase() ?? '', '--why', 'asked to')).code).toBe(0)
  expect((await leader.squad('board')).stdout).toContain('0 recruits.')
}, 180_000)

it('without a running desk nothing is signed, and it says so', async () => {
  const folder = folderWithPast(path.join(temporaryFolder(), 'data'), [], sqliteBinding())
  expect(await bitten(folder, 'squad', 'invite')).toMatchObject({ code: 1, stderr: expect.stringContaining('No BITTEN runs') as string }) // prettier-ignore
  expect(await bitten(folder, 'squad', 'invite', '--uses', '51')).toMatchObject({ code: 2, stderr: expect.stringContaining('from 1 to 50') as string }) // prettier-ignore
  expect((await bitten(folder, 'squad', 'me')).stdout).toContain('No call-sign yet')
}, 60_000)
