import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../../testkit/eventually.ts'
import { bundleScripted, folderWith, startHost } from '../../testkit/scripted-host.ts'

beforeAll(bundleScripted)

describe('the calendar folder', () => {
  const WEEK = 'utc,currency,importance,name\n2026-01-09 13:30,USD,high,Nonfarm Payrolls\n'
  const last = (heard: (text: string) => readonly unknown[]) => heard('calendars').at(-1)

  it('is made, read at the start and again when a file is dropped, and a new engine is told again', async () => {
    const folder = folderWith()
    mkdirSync(path.join(folder, 'calendar'))
    writeFileSync(path.join(folder, 'calendar', 'jan.csv'), WEEK)
    const { host, heard } = await startHost(folder)
    await eventually(() => expect(last(heard)).toEqual({ events: ['Nonfarm Payrolls'] }))
    writeFileSync(path.join(folder, 'calendar', 'feb.csv'), WEEK.replaceAll('2026-01-09', '2026-02-06').replace('Nonfarm Payrolls', 'Wages')) // prettier-ignore
    await eventually(() => expect(last(heard)).toEqual({ events: ['Nonfarm Payrolls', 'Wages'] }))
    expect(host.notices()[0]?.text).toBe('Calendar files: 2 announcements of 2 files.')
  })

  it('says once what is wrong with a file, leaves that one out, and reads it when it is mended', async () => {
    const { host, folder, heard } = await startHost()
    const file = path.join(folder, 'calendar', 'jan.csv')
    writeFileSync(path.join(folder, 'calendar', 'good.csv'), WEEK.replace('Nonfarm Payrolls', 'Wages'))
    writeFileSync(file, WEEK.replace('USD', 'US'))
    await eventually(() => expect(last(heard)).toEqual({ events: ['Wages'] }))
    const said = () =>
      host
        .notices()
        .filter(({ text }) => text.startsWith('jan.csv, line 2: currency: expected three letters'))
    expect(said()).toHaveLength(1)
    writeFileSync(file, WEEK)
    await eventually(() => expect(last(heard)).toEqual({ events: ['Wages', 'Nonfarm Payrolls'] }))
    expect(said()).toHaveLength(1)
  })
})
