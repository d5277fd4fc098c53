import type { CompressedPage } from './compressed-page'

/** A page of 100 bytes in the cache's account, with the same bytes in each encoding. */
export const uncompressedPage = (html: string): CompressedPage => {
	const bytes = Buffer.from(html)
	return {
		html,
		bodies: { br: bytes, gzip: bytes, identity: bytes },
		etag: '',
		size: 100,
	}
}
