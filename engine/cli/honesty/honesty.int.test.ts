import { describe, expect, it } from 'vitest'
import { HonestyReport } from '../../contracts/honesty.ts'
import { bitten } from '../../testkit/command-line.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'

describe('bitten honesty', () => {
  it('needs no data, and finds every check green', async () => {
    const { code, stdout, stderr } = await bitten(temporaryFolder(), 'honesty', '--json')

    expect(stderr).toBe('')
    const { checks, green } = HonestyReport.parse(JSON.parse(stdout))
    const reds = checks.flatMap(({ figures }) => figures.filter(({ is }) => is === 'red'))
    expect([code, green, reds]).toEqual([0, true, []])
    expect(checks.map(({ name }) => name)).toEqual([
      'no look-ahead',
      'start-up independence',
      'live = replay = backtest',
      'shuffled and shifted outcomes give no skill',
      'a planted edge is found at its size, and none where there is none',
      'a planted look-ahead is caught',
    ])
  }, 300_000)

  it('refuses data that is not there before it plays anything', async () => {
    const { code, stdout, stderr } = await bitten(temporaryFolder(), 'honesty', '--data', 'nowhere.zip')

    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toBe('bitten: There is no file nowhere.zip. Check the path\n')
  })
})
