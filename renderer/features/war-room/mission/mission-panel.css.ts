import { style } from '@vanilla-extract/css'

export const panel = style({ flex: 'none', minHeight: '22rem' })
