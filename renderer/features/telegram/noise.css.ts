import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { label } from '../../theme/type.css.ts'

const columns = 'minmax(0, 1fr) repeat(4, 3.5rem)'
const lineBase = style({
  display: 'grid',
  gridTemplateColumns: columns,
  alignItems: 'center',
  padding: `0 ${theme.space.medium}`,
})
export const heads = style([lineBase, { paddingTop: theme.space.small, paddingBottom: theme.space.tight }])
export const head = style([label, { textAlign: 'center' }])
export const line = style([
  lineBase,
  {
    borderTop: `1px solid ${theme.colour.line}`,
    selectors: { '&:hover': { background: theme.colour.goldWash } },
  },
])
export const kind = style({ padding: `${theme.space.tight} 0`, minWidth: 0 })
export const meaning = style({ color: theme.colour.inkFaint, fontSize: theme.size.small })
/** The whole field is pressed, not only its lamp. */
export const choice = style({
  position: 'relative',
  display: 'grid',
  placeItems: 'center',
  alignSelf: 'stretch',
  minHeight: '1.625rem',
  cursor: 'pointer',
})
/** A lamp on a switchboard. */
export const lamp = style({
  appearance: 'none',
  width: '0.875rem',
  height: '0.875rem',
  margin: 0,
  border: `1px solid ${theme.colour.inkFaint}`,
  borderRadius: theme.radius.pill,
  background: theme.colour.inset,
  cursor: 'pointer',
  selectors: {
    '&:hover': { borderColor: theme.colour.gold },
    '&:checked': {
      borderColor: theme.colour.gold,
      background: theme.colour.gold,
      boxShadow: `inset 0 0 0 0.1875rem ${theme.colour.inset}`,
    },
  },
})
export const foot = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  padding: theme.space.medium,
  borderTop: `1px solid ${theme.colour.line}`,
})
