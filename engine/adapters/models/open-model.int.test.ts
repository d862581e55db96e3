import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { modelFault } from '../../domain/venom/confidence/model-fault.ts'
import { aModel } from '../../testkit/models.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { openModel } from './open-model.ts'

const SHIPPED = path.resolve(import.meta.dirname, '../../../resources/models')

function written(text: string): string {
  const file = path.join(temporaryFolder(), 'model.json')
  writeFileSync(file, text)
  return file
}

const sentence = (file: string): string => {
  const opened = openModel(file, modelFault)
  return opened.is === 'refused' ? `${opened.code} ${opened.text}` : 'opened'
}

describe('a model file', () => {
  test.each(readdirSync(SHIPPED).filter(name => name.endsWith('.json')))(
    '%s, which comes with the app, is for this engine, and named as its file',
    name => {
      const opened = openModel(path.join(SHIPPED, name), modelFault)
      expect(opened).toMatchObject({ is: 'model', model: { name: path.basename(name, '.json') } })
    },
  )

  test('is read as it was written', () => {
    const model = aModel({ coefficients: [{ name: 'D_r5', mean: 0.1, std: 2, beta: -0.3 }] })
    expect(openModel(written(JSON.stringify(model)), modelFault)).toEqual({ is: 'model', model })
  })

  test('that is not there is refused', () => {
    expect(sentence(path.join(temporaryFolder(), 'none.json'))).toMatch(
      /^MODEL_UNREADABLE .*none\.json can't be read: no such file or directory$/,
    )
  })

  test('that is cut off is refused', () => {
    const whole = readFileSync(path.join(SHIPPED, 'study-2010-2018.json'), 'utf8')
    expect(sentence(written(whole.slice(0, 900)))).toMatch(/^MODEL_INVALID .*is not JSON: fit a new one/)
  })

  test.each([
    [{ ...aModel(), format: 2 }, 'format'],
    [aModel({ b0: Number.NaN }), 'plans.RAPID.target.b0'],
    [aModel({ coefficients: [{ name: 'D_r5', mean: 0, std: 0, beta: 1 }] }), 'coefficients.0.std'],
    [{ ...aModel(), secret: 1 }, 'the file'],
  ])('that breaks the contract is refused, and told where: %#', (model, where) => {
    expect(sentence(written(JSON.stringify(model)))).toMatch(/^MODEL_INVALID .*is no model: /)
    expect(sentence(written(JSON.stringify(model)))).toContain(where)
  })

  test('without the pairs that it may speak for is refused in one sentence', () => {
    const { card, ...model } = aModel()
    const { pairs: _, ...old } = card
    expect(sentence(written(JSON.stringify({ ...model, card: old })))).toMatch(
      /^MODEL_INVALID \S+ is no model: card\.pairs: expected the pairs that it was fitted on: fit a new one with `bitten train`$/,
    )
    expect(sentence(written(JSON.stringify({ ...model, card: { ...card, pairs: [] } })))).toMatch(
      /card\.pairs/,
    )
  })

  test('for the features of another engine is refused, and told which', () => {
    const features = aModel().features.map(name => (name === 'D_r5' ? 'D_r7' : name))
    expect(sentence(written(JSON.stringify({ ...aModel(), features })))).toMatch(
      /^MODEL_FOR_OTHERS the model made-up is for other features: it reads D_r7, which this engine does not; it does not know D_r5: fit a new one/,
    )
  })
})
