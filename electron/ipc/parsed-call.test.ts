import { describe, expect, it } from 'vitest'
import { Query } from '../../engine/contracts/queries.ts'
import { parsedCall } from './parsed-call.ts'

const refuse = (code: string, text: string) => ({ is: 'failed', code, text })
const call = parsedCall(Query, refuse, query => query.kind)

describe('a call from a window', () => {
  it('is handed on when it can be read', () => {
    expect(call({ kind: 'ledgerSummary' })).toBe('ledgerSummary')
  })

  it('is refused with the place that is wrong, and nothing is called', () => {
    expect(call({ kind: 'equityCurve', account: 'simulated', points: 1 })).toEqual({
      is: 'failed',
      code: 'BAD_CALL',
      text: expect.stringContaining('points: ') as string,
    })
  })

  it.each([undefined, null, 'x', [], { kind: 'dropEverything' }])('is refused when it is %j', given => {
    expect(call(given)).toMatchObject({ is: 'failed', code: 'BAD_CALL' })
  })
})
