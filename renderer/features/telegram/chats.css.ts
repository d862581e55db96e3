import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { label, number } from '../../theme/type.css.ts'

export const head = style([
  label,
  {
    padding: `${theme.space.small} ${theme.space.medium} ${theme.space.tight}`,
    textAlign: 'left',
    fontWeight: 500,
  },
])
export const headRight = style([head, { textAlign: 'right' }])
const cell = style({
  padding: `${theme.space.small} ${theme.space.medium}`,
  verticalAlign: 'top',
  textAlign: 'left',
})
export const line = style({ borderTop: `1px solid ${theme.colour.line}` })
export const who = style([cell, { fontWeight: 400 }])
export const plain = cell
export const figure = style([cell, number, { textAlign: 'right' }])
export const waiting = style([figure, { color: theme.colour.warn }])
export const when = style([cell, number])
/** As narrow as what is in it. */
export const last = style([cell, { width: '1%' }])
export const name = style({
  display: 'block',
  fontFamily: theme.font.heading,
  fontSize: theme.size.large,
  fontWeight: 600,
  letterSpacing: '0.03em',
  lineHeight: 1.15,
  overflowWrap: 'anywhere',
})
export const under = style({ display: 'block', color: theme.colour.inkFaint, fontSize: theme.size.small })
export const problem = style({
  padding: `0 ${theme.space.medium} ${theme.space.small}`,
  color: theme.colour.warn,
  fontSize: theme.size.small,
})
export const strangers = style({ display: 'flex', flexWrap: 'wrap', columnGap: theme.space.medium })
export const stranger = style({ color: theme.colour.inkDim, overflowWrap: 'anywhere' })
