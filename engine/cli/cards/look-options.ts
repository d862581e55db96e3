import { InvalidArgumentError, Option } from 'commander'
import { CardPart, CardTheme, USUAL_LOOK } from '../../contracts/card.ts'

export const themeOption = (): Option =>
  new Option('--theme <theme>', 'how it looks').choices(CardTheme.options).default(USUAL_LOOK.theme)

export const hideOption = (): Option =>
  new Option('--hide <parts...>', 'what is left away')
    .argParser(hidden)
    .default(USUAL_LOOK.hide, USUAL_LOOK.hide.join(' '))

/** Several may be given, and each may name several; the first one takes the place of what is usual. */
function hidden(text: string, before: readonly CardPart[]): readonly CardPart[] {
  const kept = before === USUAL_LOOK.hide ? [] : before
  const parts = text.split(',').flatMap(name => {
    if (name === 'none') return []
    const part = CardPart.safeParse(name)
    if (!part.success)
      throw new InvalidArgumentError(`"${name}" is none of ${CardPart.options.join(', ')}, none.`)
    return [part.data]
  })
  return [...new Set([...kept, ...parts])]
}
