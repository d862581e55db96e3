import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const head = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.space.small,
  marginBottom: theme.space.small,
})
export const symbol = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.large,
  fontWeight: 600,
  letterSpacing: '0.03em',
})
export const state = style({ marginLeft: 'auto', color: theme.colour.fault, fontWeight: 600 })
export const steps = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.tight,
  marginTop: theme.space.tight,
  color: theme.colour.inkDim,
  textWrap: 'pretty',
  // The room's own lists have neither.
  selectors: { '&&': { paddingLeft: theme.space.wide, listStyle: 'decimal' } },
})
export const consequence = style({
  padding: `${theme.space.small} ${theme.space.medium}`,
  borderLeft: `3px solid ${theme.colour.warn}`,
  background: theme.colour.warnWash,
  textWrap: 'pretty',
})
