import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { aModel } from '../testkit/models.ts'
import { temporaryFolder } from '../testkit/temporary-folder.ts'
import { deskModel } from './desk-model.ts'

const SHIPPED = path.resolve(import.meta.dirname, '../../resources/models')

function opened(dataFolder: string | null, models: string | null) {
  const warnings: string[] = []
  return { model: deskModel(dataFolder, models, text => warnings.push(text)), warnings }
}

/** A data folder in which somebody left this as the model. */
function folderWith(text: string): string {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'model.json'), text)
  return folder
}

describe("the desk's model", () => {
  test('is the one that comes with the app, with all three plans', () => {
    const { model, warnings } = opened(temporaryFolder(), SHIPPED)
    expect(model).toMatchObject({ name: 'majors-2018-08' })
    expect(Object.values('noModel' in model ? {} : model.plans)).not.toContain(null)
    expect(warnings).toEqual([])
  })

  test("is the trader's own where there is one", () => {
    const { model } = opened(folderWith(JSON.stringify(aModel())), SHIPPED)
    expect(model).toMatchObject({ name: 'made-up' })
  })

  test('is none, with the reason, where the own one cannot be used: another is not put in its place', () => {
    const { model, warnings } = opened(folderWith('{'), SHIPPED)
    expect(model).toEqual({ noModel: expect.stringMatching(/model\.json is not JSON/) as string })
    expect(warnings).toEqual([
      expect.stringMatching(/^Probabilities are UNCALIBRATED: .*model\.json is not JSON/),
    ])
  })

  test('is none where none is installed', () => {
    expect(opened(null, null)).toEqual({ model: { noModel: 'no model is installed' }, warnings: [] })
  })
})
