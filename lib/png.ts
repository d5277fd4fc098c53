import { crc32, deflateSync } from 'node:zlib'
import type { Hex } from './contrast'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A square PNG of few colours: `colourAt` gives the index of a pixel's colour. */
export function palettePng(
	size: number,
	colours: Hex[],
	colourAt: (column: number, row: number) => number,
): Buffer {
	const header = Buffer.alloc(13)
	header.writeUInt32BE(size, 0)
	header.writeUInt32BE(size, 4)
	// Eight bits a pixel, each an index of the palette.
	header.set([8, 3, 0, 0, 0], 8)
	const rows = Buffer.alloc(size * (size + 1))
	for (let row = 0; row < size; row += 1)
		for (let column = 0; column < size; column += 1)
			rows[row * (size + 1) + column + 1] = colourAt(column, row)
	const palette = Buffer.concat(colours.map((colour) => Buffer.from(colour.slice(1), 'hex')))
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('PLTE', palette),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0)),
	])
}

function chunk(type: string, content: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
	const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
	length.writeUInt32BE(content.length)
	checksum.writeUInt32BE(crc32(named))
	return Buffer.concat([length, named, checksum])
}

/** An icon file (ICO) of square PNGs, which all browsers in use read. Sizes are at most 256 pixels. */
export function icoFile(images: { size: number; png: Buffer }[]): Buffer {
	const head = Buffer.alloc(6 + images.length * 16)
	head.writeUInt16LE(1, 2)
	head.writeUInt16LE(images.length, 4)
	let offset = head.length
	images.forEach(({ size, png }, index) => {
		const at = 6 + index * 16
		// A byte of 0 means 256.
		head.set([size % 256, size % 256, 0, 0, 1, 0, 32, 0], at)
		head.writeUInt32LE(png.length, at + 8)
		head.writeUInt32LE(offset, at + 12)
		offset += png.length
	})
	return Buffer.concat([head, ...images.map(({ png }) => png)])
}
