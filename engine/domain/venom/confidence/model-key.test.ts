import { expect, test } from 'vitest'
import { ModelFile } from '../../../contracts/model.ts'
import { aModel } from '../../../testkit/models.ts'
import { modelKey } from './model-key.ts'

test('two models of one name have two keys, whichever number of theirs is another', () => {
  const model = aModel()
  const coefficient = { name: 'D_r5', mean: 0, std: 1, beta: 0.1 }
  const others = [
    aModel({ b0: -0.1000001 }),
    aModel({ coefficients: [coefficient] }),
    aModel({ coefficients: [{ ...coefficient, beta: 0.2 }] }),
    { ...model, plans: { ...model.plans, TIMED: null } },
  ]
  expect(new Set([model, ...others].map(modelKey)).size).toBe(5)
})

test('the same numbers have the same key, read from a file again and with another card', () => {
  const model = aModel({ coefficients: [{ name: 'D_r5', mean: 0.1, std: 1.5, beta: 0.1 }] })
  const read = ModelFile.parse(JSON.parse(JSON.stringify(model)))
  expect(modelKey(read)).toBe(modelKey(model))
  expect(modelKey({ ...model, card: { ...model.card, notes: ['another'] } } as ModelFile)).toBe(
    modelKey(model),
  )
  expect(modelKey(model)).toMatch(/^made-up [0-9a-f]{8}$/)
})
