import { describe, expect, it } from 'vitest'
import { commandList, KEYS, maySay, saysOfKey } from './menus.ts'
import { COMMANDS } from './table.ts'

const names = COMMANDS.flatMap(({ name, aliases = [] }) => [name, ...aliases])

describe('the table of commands', () => {
  it('has each name once, as Telegram allows them', () => {
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/)
  })

  it('says of each what it does in one line', () => {
    for (const { does } of COMMANDS) expect(does).toMatch(/^[A-Z].{5,120}[^.\s]$/)
  })
})

describe('the list behind the menu button', () => {
  it('is of the role: a spotter is offered nothing that changes anything', () => {
    const [commander, spotter] = [commandList(COMMANDS, 'commander'), commandList(COMMANDS, 'spotter')]
    expect(commander).toHaveLength(COMMANDS.length)
    expect(commander.length).toBeLessThanOrEqual(100)
    expect(spotter.length).toBeLessThan(commander.length)
    const offered = spotter.map(({ command }) => command)
    for (const name of ['fire', 'close', 'flatten', 'pause', 'settings', 'journal', 'logs'])
      expect(offered).not.toContain(name)
    for (const name of ['status', 'help', 'profit', 'whoami']) expect(offered).toContain(name)
  })
})

describe('the keys below the text field', () => {
  it('mean commands that their role may say, and none that trades', () => {
    for (const role of ['commander', 'spotter'] as const)
      for (const { label, says } of KEYS[role].flat()) {
        const command = COMMANDS.find(({ name }) => `/${name}` === says)
        expect(command && maySay(command, role)).toBe(true)
        expect(command?.takes?.startsWith('[') ?? true).toBe(true)
        expect(saysOfKey(label)).toBe(says)
      }
    const all = KEYS.commander.flat().map(({ says }) => says)
    for (const name of ['/flatten', '/cancel', '/close', '/fire', '/resume', '/auto', '/select'])
      expect(all).not.toContain(name)
  })

  it('are known as they are written, and nothing else is', () => {
    expect([saysOfKey(' STATUS '), saysOfKey('pause'), saysOfKey('Flatten'), saysOfKey('')]).toEqual([
      '/status',
      '/pause',
      null,
      null,
    ])
  })
})
