import { describe, expect, it } from 'vitest'
import { lookByTasks, lookInProc } from './process-list.ts'

const printed = (text: string) => lookByTasks(() => Promise.resolve(text))

describe("the list of Windows' processes", () => {
  it('has MetaTrader in a row of its own, whatever the case of its name', async () => {
    expect(await printed('"terminal64.exe","4312","Console","1","212,340 K"\r\n')).toBe('running')
    expect(await printed('"Terminal64.EXE","4312","Console","1","212.340 K"\r\n')).toBe('running')
  })

  it('is a sentence in any language when there is none', async () => {
    const none = ['INFO: No tasks are running which match the specified criteria.\r\n', 'INFORMATION: Es werden keine Aufgaben ausgeführt.\r\n'] // prettier-ignore
    for (const text of none) expect(await printed(text)).toBe('absent')
    expect(await printed('"terminal.exe","7","Console","1","2 K"\r\n')).toBe('absent')
  })

  it('that can be read in no certain way tells nothing', async () => {
    expect(await printed('"terminal64.exe" 4312 Console\r\n')).toBe('unknown')
    expect(await printed('')).toBe('unknown')
    expect(await lookByTasks(() => Promise.reject(new Error('timed out')))).toBe('unknown')
  })
})

it('a system without a list of processes tells nothing', async () => {
  expect(await lookInProc('/nowhere at all')).toBe('unknown')
})
