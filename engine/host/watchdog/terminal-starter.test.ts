import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { MetaTrader } from '../../contracts/metatrader.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import type { MetaTraderSeen } from '../../contracts/terminal-state.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { TerminalStarter } from './terminal-starter.ts'

function aTerminal(portable = false): MetaTrader {
  const programFolder = path.join(temporaryFolder(), 'MetaTrader 5')
  mkdirSync(programFolder)
  writeFileSync(path.join(programFolder, 'terminal64.exe'), '')
  return { dataFolder: programFolder, programFolder, portable }
}

/** A starter in a world that a test turns: ten seconds pass with every look. */
function aWorld(terminals: readonly MetaTrader[] = [aTerminal()]) {
  const world = {
    seen: 'absent' as MetaTraderSeen,
    wanted: true,
    linked: false,
    fault: null as string | null,
    nowMs: 0,
    started: [] as { program: string; options: readonly string[] }[],
    notices: [] as string[],
  }
  const starter = new TerminalStarter({
    isWanted: () => world.wanted,
    find: () => terminals,
    start: (program, options) => {
      world.started.push({ program, options })
      return Promise.resolve(world.fault)
    },
    look: () => Promise.resolve(world.seen),
    isLinked: () => world.linked,
    now: () => EpochMs.parse(world.nowMs),
    notice: (_, text) => void world.notices.push(text),
  })
  /** What each look saw. */
  const looks = async (...all: readonly MetaTraderSeen[]) => {
    for (const seen of all) {
      world.seen = seen
      world.nowMs += 10_000
      await starter.saw(seen)
    }
    return world.started.length
  }
  return { world, looks }
}

const GONE = ['absent', 'absent', 'absent', 'absent'] as const

describe('a terminal that was running and has ended', () => {
  it('is started again from its own folder after half a minute, and that is said', async () => {
    const terminal = aTerminal()
    const { world, looks } = aWorld([terminal])
    expect(await looks('running', 'absent', 'absent', 'absent')).toBe(0)
    expect(await looks('absent')).toBe(1)
    expect(world.started).toEqual([
      { program: path.join(terminal.programFolder ?? '', 'terminal64.exe'), options: [] },
    ])
    expect(world.notices).toEqual(['MetaTrader had ended and is started again (1 of at most 3 in an hour).'])
  })

  it('is started as it was installed: a portable one as portable', async () => {
    const { world, looks } = aWorld([aTerminal(true)])
    await looks('running', ...GONE)
    expect(world.started[0]?.options).toEqual(['/portable'])
  })

  it('is left alone unless the trader wants it, and from then on it is started', async () => {
    const { world, looks } = aWorld()
    world.wanted = false
    expect(await looks('running', ...GONE, ...GONE)).toBe(0)
    world.wanted = true
    expect(await looks('absent')).toBe(1)
  })

  it('is started three times an hour at most, and the fourth time that is said once', async () => {
    const { world, looks } = aWorld()
    for (let time = 0; time < 6; time++) await looks('running', ...GONE)
    await looks(...GONE)
    expect(world.started).toHaveLength(3)
    expect(world.notices.filter(text => text.includes('left alone')).length).toBeGreaterThan(0)
    const before = world.notices.length
    await looks(...GONE, ...GONE)
    expect(world.notices).toHaveLength(before)
    world.nowMs += 3_600_000
    expect(await looks('absent')).toBe(4)
  })
})

describe('nothing is started', () => {
  it('that was never seen running', async () => {
    expect(await aWorld().looks(...GONE, ...GONE)).toBe(0)
  })

  it('while a terminal with an account at a broker is linked', async () => {
    const { world, looks } = aWorld()
    world.linked = true
    expect(await looks('running', ...GONE, ...GONE)).toBe(0)
  })

  it('while nobody can tell whether it runs', async () => {
    const { looks } = aWorld()
    expect(await looks('running', 'absent', 'absent', 'unknown', 'absent', 'absent', 'unknown')).toBe(0)
  })

  it('that starts itself again, as after an update', async () => {
    expect(await aWorld().looks('running', 'absent', 'absent', 'running', 'absent', 'absent')).toBe(0)
  })

  it('when it has come back between the look and the start', async () => {
    const { world } = aWorld()
    const answers: MetaTraderSeen[] = ['running']
    const starter = new TerminalStarter({
      isWanted: () => true,
      find: () => [aTerminal()],
      start: program => {
        world.started.push({ program, options: [] })
        return Promise.resolve(null)
      },
      look: () => Promise.resolve(answers.shift() ?? 'absent'),
      isLinked: () => false,
      now: () => EpochMs.parse((world.nowMs += 20_000)),
      notice: () => undefined,
    })
    for (const seen of ['running', 'absent'] as const) await starter.saw(seen)
    expect(world.started).toEqual([])
    expect(answers).toEqual([])
  })

  it.each([
    ['no program is known', () => [], 'its program was not found'],
    [
      'its folder has no program',
      () => [{ dataFolder: '/d', programFolder: '/gone', portable: false }],
      'not found',
    ],
    ['there are two', () => [aTerminal(), aTerminal()], 'there are 2 on this computer'],
  ] as const)('when %s, and that is said once', async (_, terminals, text) => {
    const { world, looks } = aWorld(terminals())
    expect(await looks('running', ...GONE, ...GONE)).toBe(0)
    expect(world.notices).toHaveLength(1)
    expect(world.notices[0]).toContain(text)
  })
})

it('a program that can not be started says why', async () => {
  const { world, looks } = aWorld()
  world.fault = 'spawn EACCES'
  await looks('running', ...GONE)
  expect(world.notices).toEqual(['MetaTrader could not be started again: spawn EACCES.'])
})
