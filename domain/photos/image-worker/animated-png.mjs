// @ts-check
const PNG_SIGNATURE_BYTES = 8
/** Length, name and checksum of a chunk. */
const PNG_CHUNK_BYTES = 12

/**
 * Detects an animated PNG: libvips decodes its first frame and reports one page.
 *
 * @param {Uint8Array} bytes
 */
export function isAnimatedPng(bytes) {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
	if (file.toString('latin1', 1, 4) !== 'PNG') return false
	for (let at = PNG_SIGNATURE_BYTES; at + PNG_CHUNK_BYTES <= file.length; ) {
		const name = file.toString('latin1', at + 4, at + 8)
		if (name === 'acTL') return file.readUInt32BE(at + 8) > 1
		if (name === 'IDAT') return false
		at += PNG_CHUNK_BYTES + file.readUInt32BE(at)
	}
	return false
}
