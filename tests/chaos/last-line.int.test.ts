/** The app's halt and limits in the real Expert Advisor, which keeps them when the app is dead. */
import { expect, test } from 'vitest'
import { buildEa } from '../../ea/host/build/index.ts'
import { VirtualTerminal } from '../../ea/host/driver/virtual-terminal.ts'
import { templateFor } from './bridge/template.ts'
import { HELLO, World } from './bridge/world.ts'

const build = await buildEa({ program: 'ea/Experts/BITTENBridge.mq5', variant: 'release' })
if (!build.ok) throw new Error(`The Expert Advisor does not build:\n${build.errors.join('\n')}`)

const template = templateFor(HELLO)
const entry = template.mission.entry / 100_000
const { binary } = build
const WELL = { is: true, reason: null }

function linked(): World {
  const world = new World(new VirtualTerminal(binary, { seed: 1 }), template, 1)
  world.quote(entry)
  world.startProgram()
  for (let tries = 0; tries < 30 && !world.app.armed().is; tries++) live(world, 1_000)
  expect(world.app.armed()).toEqual(WELL)
  return world
}

function live(world: World, ms: number): void {
  for (let leftMs = ms; leftMs > 0; leftMs -= 400) {
    world.quote(entry)
    world.pass(400, 100)
  }
}

/** Read from its beats: the desk itself tells a pause that it keeps too as its own. */
const denies = (world: World) => world.app.terminalDenies

test('a pause is kept over a death of the app and of the program, told again at the link, and ended by resume', () => {
  const world = linked()
  world.app.pause()
  live(world, 3_000)
  expect(denies(world)).toContain('BITTEN is paused')
  expect(world.app.armed()).toEqual(WELL)
  world.killApp()
  world.killProgram()
  live(world, 1_000)
  world.startProgram()
  world.startApp()
  live(world, 10_000)
  expect(denies(world)).toContain('BITTEN is paused')
  world.app.resume()
  live(world, 3_000)
  expect(denies(world)).toBeNull()
})

test('a resume that the terminal has missed is told at the next link', () => {
  const world = linked()
  world.app.pause()
  live(world, 3_000)
  world.killProgram()
  world.app.resume()
  live(world, 1_000)
  world.startProgram()
  live(world, 10_000)
  expect(denies(world)).toBeNull()
})

test('the limits that are told at every arming deny nothing that the gate allows', () => {
  const world = linked()
  let answer = world.app.fire(template.mission.id)
  // Prices still wait for the history of their symbol.
  for (let tries = 0; tries < 30 && answer?.is === 'denied'; tries++) {
    live(world, 1_000)
    answer = world.app.fire(template.mission.id)
  }
  expect(answer).toMatchObject({ is: 'done' })
  live(world, 5_000)
  expect(world.app.told.map(({ event }) => event.kind)).toContain('dealDone')
})
