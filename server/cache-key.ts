import type { ErrorPage } from '@/lib/request-context'
import type { Variant } from './cache-variant'

export const ERROR_PATH = '/error'

/** Identity of a cached page: canonical URL, advertisement cookie, appearance; for error pages, the error. */
export type CacheKey = { url: string; ad: string; appearance: string; errorPage?: ErrorPage }

export const cachedVariant = ({ ad, appearance }: Variant) => ({ ad, appearance })

/** The default variant has the bare URL as its key, so that the fast path needs no encoding. */
export const encodeKey = ({ url, ad, appearance, errorPage }: CacheKey): string =>
	ad || appearance || errorPage ? JSON.stringify({ url, ad, appearance, errorPage }) : url

export const decodeKey = (key: string): CacheKey =>
	key.startsWith('/') ? { url: key, ad: '', appearance: '' } : JSON.parse(key)
