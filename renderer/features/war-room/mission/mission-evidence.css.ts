import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const evidence = style({ display: 'flex', flexDirection: 'column', gap: theme.space.small })
export const words = style({ fontSize: theme.size.small, color: theme.colour.inkDim })
export const warning = style([words, { color: theme.colour.warn }])
export const details = style({ fontSize: theme.size.small })

export const summary = style({
  width: 'fit-content',
  cursor: 'pointer',
  color: theme.colour.gold,
  selectors: { '&:hover': { color: theme.colour.goldBright } },
})

export const facts = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(13rem, 1fr))',
  gap: `${theme.space.hair} ${theme.space.large}`,
  marginTop: theme.space.small,
})
export const fact = style({
  display: 'flex',
  justifyContent: 'space-between',
  gap: theme.space.small,
  borderBottom: `1px dotted ${theme.colour.line}`,
  color: theme.colour.inkDim,
})
export const factValue = style({
  fontFamily: theme.font.numbers,
  color: theme.colour.ink,
  textAlign: 'right',
})
export const source = style({ marginTop: theme.space.small, color: theme.colour.inkDim })
