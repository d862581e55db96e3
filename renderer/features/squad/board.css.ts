import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { label, number } from '../../theme/type.css.ts'

export const scroll = style({ flex: 1, minHeight: 0, overflow: 'auto' })
export const note = style({
  padding: `${theme.space.small} ${theme.space.medium}`,
  borderTop: `1px solid ${theme.colour.line}`,
  color: theme.colour.inkFaint,
  fontSize: theme.size.small,
  textWrap: 'pretty',
})
export const head = style([
  label,
  {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: `${theme.space.tight} ${theme.space.medium}`,
    background: theme.colour.panel,
    textAlign: 'left',
    fontWeight: 500,
  },
])
export const right = style([head, { textAlign: 'right' }])
export const first = style({ borderTop: `1px solid ${theme.colour.line}` })
export const cell = style({
  padding: `${theme.space.small} ${theme.space.medium}`,
  verticalAlign: 'top',
  textAlign: 'left',
  fontWeight: 400,
})
export const figure = style([cell, number, { textAlign: 'right' }])
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
export const remove = style({ opacity: 0.75, selectors: { '&:hover, &:focus-visible': { opacity: 1 } } })
