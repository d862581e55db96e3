import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'
import { label } from '../../../theme/type.css.ts'

export const panel = style({ flex: 'none' })
export const list = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(13rem, 1fr))',
  gap: theme.space.tight,
})
export const row = style({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: theme.space.small,
  minWidth: 0,
  padding: `${theme.space.tight} ${theme.space.small}`,
  border: `1px solid ${theme.colour.line}`,
  borderRadius: theme.radius.small,
  background: theme.colour.inset,
})
const nameBase = style({ display: 'flex', alignItems: 'center', gap: theme.space.small, minWidth: 0 })
export const name = styleVariants({
  open: [nameBase, { color: theme.colour.ink }],
  done: [nameBase, { color: theme.colour.inkDim }],
})
const dot = style({
  flex: 'none',
  width: '0.5rem',
  height: '0.5rem',
  borderRadius: theme.radius.pill,
  border: `1px solid ${theme.colour.goldDim}`,
})
export const sign = styleVariants({
  open: [dot],
  wrong: [dot, { borderColor: theme.colour.warn }],
  done: [dot, { background: theme.colour.gold, borderColor: theme.colour.gold }],
})
export const text = style({ textWrap: 'pretty', lineHeight: 1.6 })
export const source = style({ fontSize: theme.size.small, color: theme.colour.inkFaint })
export const question = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  padding: theme.space.large,
  border: `1px solid ${theme.colour.goldLine}`,
  background: theme.colour.inset,
})
export const asked = style({ fontSize: theme.size.lead, fontWeight: 500, textWrap: 'pretty' })
export const from = style({ display: 'flex', alignItems: 'center', gap: theme.space.small })
export const choices = style({ display: 'flex', flexWrap: 'wrap', gap: theme.space.small })
export const choice = style({ textTransform: 'none', letterSpacing: '0.02em' })
export const answer = style([
  label,
  { whiteSpace: 'normal', fontSize: theme.size.body, color: theme.colour.goldBright, textTransform: 'none' },
])
