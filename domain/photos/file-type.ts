import type { PhotoType } from '@/lib/photo-paths'

/** The type by the file's first bytes; its name and what the browser says of it count for nothing. */
export function detectType(bytes: Uint8Array): PhotoType | null {
	const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
	if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
	if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
	if (head.startsWith('RIFF') && head.slice(8) === 'WEBP') return 'image/webp'
	return null
}
