import type { Problem } from '@/lib/exchange'
import type { Audience } from './audience'

export const PROBLEM_PATH = '/problem'

/** A page asked for: by its address and the one cookie it may depend on, or a problem to tell of. */
export type Wish = { url: string; variant: string; look: string; problem?: Problem }

export const shareOf = ({ variant, look }: Audience) => ({ variant, look })

/** The page that almost everybody is shown is kept under its very address, so that it is found at once. */
export const keyOf = ({ url, variant, look, problem }: Wish): string =>
	variant || look || problem ? JSON.stringify({ url, variant, look, problem }) : url

export const wishOf = (key: string): Wish =>
	key.startsWith('/') ? { url: key, variant: '', look: '' } : JSON.parse(key)
