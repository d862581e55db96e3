import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, readTicks, refusalOf } from '../../testkit/tick-files.ts'
import { zipOf } from '../../testkit/zip-of.ts'

describe('files that cannot be used', () => {
  const good = '1,1.2,1.3\n'
  const bars = Array.from(
    { length: 12 },
    (_, hour) => `20180102 ${String(hour).padStart(2, '0')}0000;1.2;1.2;1.2;1.2;0`,
  )

  it.each([
    ['a missing file', {}, 'nowhere.csv', 'NO_SUCH_FILE', /no file .*nowhere\.csv/],
    ['a pattern without a file', { 'a.txt': 'x' }, '*.csv', 'NO_SUCH_FILE', /\*\.csv/],
    ['a folder', { 'deep/eurusd-20140501.csv': good }, 'deep', 'CANNOT_READ', /is a folder\. Name its files/],
    ['an empty file', { 'eurusd.csv': '' }, '*', 'EMPTY_FILE', /eurusd\.csv is empty/],
    [
      'another format',
      { 'eurusd.csv': 'a,b,c,d\n1,2,3,4' },
      '*',
      'UNKNOWN_FORMAT',
      /row 1 has 4 columns, "a,b,c,d"\. Known are LEAN/,
    ],
    [
      'random bytes',
      { 'eurusd.bin': Buffer.from([1, 255, 0, 7]) },
      '*',
      'UNKNOWN_FORMAT',
      /row 1 has 1 column/,
    ],
    ['UTF-16', { 'eurusd.csv': Buffer.from('\ufeff1,1.2,1.3', 'utf16le') }, '*', 'UNKNOWN_FORMAT', /UTF-16/],
    [
      'a header and nothing else',
      { 'eurusd.csv': '<DATE>\t<TIME>\t<BID>\t<ASK>\n' },
      '*',
      'EMPTY_FILE',
      /has no row that can be used\. Expected <DATE>/,
    ],
    [
      'no pair in the name',
      { 'ticks-20140501.csv': good },
      '*',
      'UNKNOWN_PAIR',
      /Put one of EURUSD, .* into its name/,
    ],
    ['no day in the name', { 'eurusd.csv': good }, '*', 'UNKNOWN_DAY', /Put it there as YYYYMMDD/],
    [
      'bars of an hour',
      { 'eurusd.csv': bars.join('\n') },
      '*',
      'NOT_ONE_MINUTE',
      /bars of 60 minutes\. Export one-minute/,
    ],
    [
      'bars without a spread',
      { 'eurusd.csv': bars[0] ?? '' },
      '*',
      'NO_SPREAD',
      /no spread to make an ask of/,
    ],
    [
      'a zip with nothing in it',
      { 'eurusd.zip': Buffer.concat([Buffer.from('PK\u0003\u0004'), zipOf({})]) },
      '*',
      'EMPTY_FILE',
      /nothing in it/,
    ],
  ] as const)('are refused in one sentence: %s', async (_, files, pattern, code, text) => {
    const folder = aFolder(files)

    const refusal = await refusalOf({ files: [path.join(folder, pattern)] })

    expect(refusal).toEqual({ is: 'refused', code, text: expect.stringMatching(text) as unknown })
  })

  it('are refused when a zip is cut off, wherever it is cut', async () => {
    const zip = zipOf({ '20140501_eurusd.csv': good })
    for (let bytes = 4; bytes < zip.length; bytes += 7) {
      const folder = aFolder({ 'eurusd-20140501.zip': zip.subarray(0, bytes) })

      const refusal = await refusalOf({ files: [path.join(folder, '*')] })

      expect(refusal).toMatchObject({
        code: 'DAMAGED_ZIP',
        text: expect.stringContaining('cut-off') as unknown,
      })
    }
  })

  it('are refused when a pair that was asked for is in none of them', async () => {
    const folder = aFolder({ 'eurusd-20140501.csv': good, 'nzdusd-20140501.csv': good })
    const files = [path.join(folder, '*')]

    expect(await refusalOf({ files, pairs: ['EURUSD', 'GBPUSD'] })).toEqual({
      is: 'refused',
      code: 'PAIR_NOT_IN_FILES',
      text: 'None of the files holds GBPUSD. They hold EURUSD, NZDUSD',
    })
    expect((await readTicks({ files, pairs: ['NZDUSD'] })).source.pairs).toEqual(['NZDUSD'])
  })
})
