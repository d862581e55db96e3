import { expect, test } from 'vitest'
import { createDraftStore } from './draft-store.ts'

test('a draft is kept by its key until it is dropped, and others stay', () => {
  const drafts = createDraftStore()
  const risk = ['0.5']
  drafts.write('riskPct', risk)
  drafts.write('port', ['5577'])
  drafts.drop('riskPct', risk)
  expect(drafts.getState()).toEqual({ port: ['5577'] })
})

test('what was typed after it was sent is not dropped with it', () => {
  const drafts = createDraftStore()
  const sent = ['0.5']
  drafts.write('riskPct', sent)
  drafts.write('riskPct', ['0.25'])
  drafts.drop('riskPct', sent)
  expect(drafts.getState()).toEqual({ riskPct: ['0.25'] })
})
