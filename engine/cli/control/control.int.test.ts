import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { callDesk } from '../../host/control/call-desk.ts'
import { bitten, startBitten } from '../../testkit/command-line.ts'
import { eventually } from '../../testkit/eventually.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'

const parse = (text: string) => JSON.parse(text) as unknown

async function desk(...argv: readonly string[]) {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ version: 1, port: 0 }))
  const running = await startBitten(folder, 'run', '--headless', ...argv, '--json')
  await eventually(() => expect(running.written()).toContain('"started"'))
  const say = (...words: readonly string[]) => bitten(folder, ...words)
  const stop = async () => {
    running.child.kill('SIGTERM')
    await running.ended
  }
  return { folder, running, say, stop }
}

describe('a command for the running desk', () => {
  it.each([['status'], ['pause'], ['settings', 'set', 'riskPct', '0.5']])(
    'says in one sentence that none runs: %s',
    async (...words) => {
      const folder = temporaryFolder()
      expect(await bitten(folder, ...words)).toEqual({
        code: 1,
        stdout: '',
        stderr: `bitten: No BITTEN runs with the data folder ${folder}.\n`,
      })
    },
  )

  it('that flattens says what to do in MetaTrader when none runs', async () => {
    const { code, stdout } = await bitten(temporaryFolder(), 'flatten', '--json')
    expect(code).toBe(1)
    expect(parse(stdout)).toMatchObject({
      error: {
        code: 'NOT_RUNNING',
        text: expect.stringMatching(/No BITTEN runs.*in MetaTrader.*Bulk Operations/) as string,
      },
    })
  })

  it('finds the data folder as the other commands do', async () => {
    const { folder, stop } = await desk()
    const elsewhere = temporaryFolder()
    expect(await bitten(elsewhere, 'status')).toMatchObject({ code: 1 })
    expect(await bitten(elsewhere, 'status', '--data-folder', folder)).toMatchObject({ code: 0 })
    await stop()
    expect((await bitten(folder, 'status')).stderr).toContain('No BITTEN runs')
  })

  it('shows, pauses, resumes and selects, and says what it can not', async () => {
    const { folder, say, stop } = await desk('--training', '--speed', '60')
    const status = async () => {
      const reply = await callDesk(folder, { ask: 'status' })
      return reply.is === 'answer' ? reply.value.desk : null
    }
    await eventually(async () => expect((await status())?.links[0]?.armed).toBe(true))

    expect(await say('pause')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Paused/) as string })
    expect(await status()).toMatchObject({ paused: true, kind: 'simulated', selector: 'SELECT' })
    const { stdout } = await say('status')
    expect(stdout).toMatch(
      /^BITTEN {5}0\.1\.0, data .*\nAccount {4}SIMULATED, 2014-05-05 .*balance 10000\.00 USD/,
    )
    expect(stdout).toMatch(/\nLink {7}training-ground: .*, simulated, armed/)
    expect(stdout).toMatch(/\nSelector {3}SELECT, PAUSED: no new trades until 'bitten resume'\n/)
    expect(stdout).toMatch(
      /\nToday {6}0 of 6 shots, 0 of 1 open, loss 0\.00 of [\d.]+, open risk 0\.00\nRank {6} NIBBLER, 0 XP, simulated\n$/,
    )
    expect(await say('resume', '--json')).toMatchObject({ code: 0 })
    expect(await say('selector', 'safe')).toMatchObject({ code: 0 })
    expect(await status()).toMatchObject({ paused: false, selector: 'SAFE' })
    expect(await say('selector', 'FULL')).toMatchObject({ code: 2, stderr: expect.stringContaining('SAFE, SELECT, AUTO') as string }) // prettier-ignore
    expect(await say('show')).toMatchObject({ code: 1, stderr: 'bitten: This desk runs without a window.\n' })
    await stop()
  })

  it('that flattens ends with 0 when the terminal has none of our positions any more', async () => {
    const { say, running, stop } = await desk('--training', '--speed', '60')
    await eventually(() => expect(running.written()).toContain('"kind":"armed"'))
    expect(await say('flatten', '--wait', '20', '--json')).toMatchObject({ code: 0 })
    expect(running.written()).toContain('"kind":"flattenRequested"')
    await stop()
  })

  it('that flattens with no terminal is not done, and says what to do', async () => {
    const { say, stop } = await desk()
    const { code, stderr } = await say('flatten', '--wait', '1')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^bitten: No terminal is linked.*MetaTrader/)
    await stop()
  })
})

describe('bitten settings', () => {
  it('changes, refuses, asks for words, and brings back', async () => {
    const { folder, say, stop } = await desk()
    const onDisk = () => parse(readFileSync(path.join(folder, 'settings.json'), 'utf8'))

    expect((await say('settings', 'get', 'limits')).stdout).toBe(
      'Revision 1\nlimits.openTrades    null\nlimits.shotsADay     null\nlimits.dailyLossPct  null\nlimits.totalRiskPct  6\nlimits.maxLots       null\n',
    )
    expect(await say('settings', 'get', 'limit')).toMatchObject({ code: 1 })
    expect(await say('settings', 'set', 'riskPct', '0.5')).toEqual({
      code: 0,
      stdout: 'riskPct 1 → 0.5. Revision 2.\n',
      stderr: '',
    })
    expect(onDisk()).toMatchObject({ riskPct: 0.5 })
    expect(await say('settings', 'set', 'limits.openTrades', '3')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('limits.openTrades 3 (at most 1)') as string,
    })
    expect(await say('settings', 'set', 'rispPct', '1')).toMatchObject({ code: 1, stderr: expect.stringContaining('"rispPct"') as string }) // prettier-ignore

    const unsafe = ['settings', 'set', 'noCalendar', 'warn']
    expect(await say(...unsafe)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--typed "I trade without knowing the news"') as string,
    })
    expect(onDisk()).toMatchObject({ noCalendar: 'block' })
    expect(await say(...unsafe, '--typed', 'I trade without knowing the news')).toMatchObject({ code: 0 })
    expect(await say('settings', 'restore', '1', '--json')).toMatchObject({ code: 0 })
    expect(onDisk()).toMatchObject({ noCalendar: 'block', riskPct: 1 })

    const { stdout } = await say('settings', 'history')
    expect(stdout.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d/g, 'then')).toBe(
      [
        '   4  then UTC  cli       riskPct 0.5 → 1, noCalendar warn → block',
        '   3  then UTC  cli       noCalendar block → warn',
        '   2  then UTC  cli       riskPct 1 → 0.5',
        '   1  then UTC  file      as found',
        '',
      ].join('\n'),
    )
    await stop()
  })

  it('does not overwrite what was written by hand meanwhile', async () => {
    const { folder, say, stop } = await desk()
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ version: 1, port: 0, riskPct: 0.2 }))
    const { code, stderr } = await say('settings', 'set', 'riskPct', '0.5')
    expect(code).toBe(1)
    expect(stderr).toContain('riskPct 1 → 0.2')
    await stop()
  })
})

it('a data folder whose path is too long for a socket is reached all the same', async () => {
  const folder = path.join(temporaryFolder(), 'deep'.repeat(30))
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ version: 1, port: 0 }))
  const running = await startBitten(folder, 'run', '--headless', '--json')
  await eventually(() => expect(running.written()).toContain('"started"'))
  expect(await bitten(folder, 'pause')).toMatchObject({ code: 0 })
  running.child.kill('SIGTERM')
  expect((await running.ended).code).toBe(0)
})
