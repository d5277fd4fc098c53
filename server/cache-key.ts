import type { ErrorPage } from '@/lib/request-context'
import type { Variant } from './cache-variant'

export const ERROR_PATH = '/error'

/** A page asked for: by its address and the one cookie it may depend on, or a problem to tell of. */
export type CacheKey = { url: string; ad: string; appearance: string; errorPage?: ErrorPage }

export const cachedVariant = ({ ad, appearance: look }: Variant) => ({ ad, appearance: look })

/** The page that almost everybody is shown is kept under its very address, so that it is found at once. */
export const encodeKey = ({ url, ad: variant, appearance: look, errorPage: problem }: CacheKey): string =>
	variant || look || problem
		? JSON.stringify({ url, ad: variant, appearance: look, errorPage: problem })
		: url

export const decodeKey = (key: string): CacheKey =>
	key.startsWith('/') ? { url: key, ad: '', appearance: '' } : JSON.parse(key)
