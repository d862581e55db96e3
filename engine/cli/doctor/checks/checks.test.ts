import { describe, expect, it } from 'vitest'
import { checkDisplay } from './display.ts'
import { checkRuntime } from './runtime.ts'

describe('the doctor', () => {
  it.each([
    ['20.19.0', true],
    ['24.1.0', true],
    ['20.18.3', false],
    ['18.20.0', false],
  ])('finds Node %s fit: %s', (node, ok) => {
    expect(checkRuntime({ ...process.versions, node })).toMatchObject({ name: 'runtime', ok })
  })

  it('takes a missing display for no failure, and says how to run without', () => {
    expect(checkDisplay(false)).toMatchObject({
      ok: true,
      nextStep: expect.stringContaining('--headless') as unknown,
    })
  })
})
