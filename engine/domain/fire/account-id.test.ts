import { expect, test } from 'vitest'
import { accountId } from './account-id.ts'

test('one login at two brokers is two accounts, and at one it is one', () => {
  const at = (loginHash: string, server: string) => accountId({ loginHash, server })
  expect(new Set([at('1a', 'Broker-Live'), at('1a', 'Other-Live'), at('2b', 'Broker-Live')]).size).toBe(3)
  expect(at('1a', 'Broker-Live')).toBe('1a@Broker-Live')
})
