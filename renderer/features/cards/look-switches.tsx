import type { CardLook, CardPart, CardTheme } from '../../../engine/contracts/card.ts'
import { cardPartWords, cardsCopy, cardThemeWords } from '../../copy/cards.ts'
import { label } from '../../theme/type.css.ts'
import { Button } from '../../ui/button.tsx'
import * as css from './preview.css.ts'

type Props = Readonly<{ look: CardLook; change: (look: CardLook) => void }>

const THEMES: readonly CardTheme[] = ['nightOps', 'desert', 'arctic', 'ember']
const PARTS: readonly CardPart[] = [
  'callSign', 'pair', 'side', 'setup', 'r', 'pips', 'money', 'lots', 'prices', 'probability', 'dates',
] // prettier-ignore

/** How the card looks, and what is shown on it. There is no switch for the kind of account. */
export function LookSwitches({ look, change }: Props) {
  const toggled = (part: CardPart): CardPart[] =>
    look.hide.includes(part) ? look.hide.filter(one => one !== part) : [...look.hide, part]
  return (
    <div className={css.switches}>
      <div className={css.group} role="group" aria-label={cardsCopy.theme}>
        <span className={`${label} ${css.groupName}`}>{cardsCopy.theme}</span>
        {THEMES.map(theme => (
          <Button
            key={theme}
            look="small"
            aria-pressed={theme === look.theme}
            onClick={() => change({ ...look, theme })}
          >
            {cardThemeWords[theme]}
          </Button>
        ))}
      </div>
      <div className={css.group} role="group" aria-label={cardsCopy.show}>
        <span className={`${label} ${css.groupName}`}>{cardsCopy.show}</span>
        {PARTS.map(part => (
          <Button
            key={part}
            look="small"
            aria-pressed={!look.hide.includes(part)}
            onClick={() => change({ ...look, hide: toggled(part) })}
          >
            {cardPartWords[part]}
          </Button>
        ))}
      </div>
      <p className={css.note}>{cardsCopy.always}</p>
    </div>
  )
}
