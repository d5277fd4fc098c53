import type { PhotoType } from '@/lib/photo-paths'

/** Detects the type by magic bytes; name and declared type are ignored. @returns null for other types */
export function detectType(bytes: Uint8Array): PhotoType | null {
	const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
	if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
	if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
	if (head.startsWith('RIFF') && head.slice(8) === 'WEBP') return 'image/webp'
	return null
}
