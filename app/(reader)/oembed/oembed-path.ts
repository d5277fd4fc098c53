/** Path at which sites that quote an address of this site ask for it. */
export const oembedPath = (url: string, format: 'json' | 'xml' = 'json'): string =>
	`/oembed?url=${encodeURIComponent(url)}${format === 'xml' ? '&format=xml' : ''}`
