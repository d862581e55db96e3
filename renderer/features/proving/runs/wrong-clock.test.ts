import { expect, it } from 'vitest'
import { withRemedy } from '../../../../engine/domain/words/wrong-clock.ts'
import { provingCopy } from '../../../copy/proving.ts'

it('names the field of the clock as the words of a wrong clock do, and no option of the command line', () => {
  const text = withRemedy({ code: 'WRONG_CLOCK', text: 'EURUSD is off' }, 'window')
  expect(text).toContain(`“${provingCopy.form.clock}”`)
  expect(text).not.toContain('--')
})
