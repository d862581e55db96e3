import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'

export const body = style({ display: 'flex', flexDirection: 'column', gap: theme.space.small })
export const dim = style({ color: theme.colour.inkDim, fontSize: theme.size.small, textWrap: 'pretty' })
export const reasons = style({
  marginTop: theme.space.tight,
  color: theme.colour.warn,
  fontSize: theme.size.small,
  textWrap: 'pretty',
})
export const next = style({ display: 'block', marginTop: theme.space.tight, fontWeight: 400 })
export const row = style({
  display: 'grid',
  gridTemplateColumns: '7.5rem minmax(0, 1fr) auto',
  gap: theme.space.small,
  alignItems: 'baseline',
  padding: `${theme.space.hair} 0`,
  fontSize: theme.size.small,
  selectors: { '& + &': { borderTop: `1px solid ${theme.colour.line}` } },
})
const plainName = style({ fontWeight: 600 })
export const name = styleVariants({
  done: [plainName, { color: theme.colour.long }],
  bad: [plainName, { color: theme.colour.fault }],
  wait: [plainName, { color: theme.colour.warn }],
  none: [plainName, { color: theme.colour.inkFaint }],
})
export const words = style({ overflowWrap: 'anywhere', textWrap: 'pretty' })
export const when = style({ color: theme.colour.inkDim, whiteSpace: 'nowrap' })
