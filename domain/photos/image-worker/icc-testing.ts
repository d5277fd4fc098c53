import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [x: number, y: number, z: number]
type Space = { gamma: number; red?: Colour; green?: Colour; blue?: Colour }

/** D50, the white point of the profile connection space. */
const WHITE: Colour = [0.9642, 1, 0.82491]
const HEAD_BYTES = 128

/** An ICC profile (version 2) of a grey or an RGB colour space. */
export function iccProfile({ gamma, red, green, blue }: Space): Buffer {
	const curve = curveTag(gamma)
	const tags: [string, Buffer][] = [
		['desc', descriptionTag('Test')],
		['cprt', Buffer.concat([Buffer.from('text\0\0\0\0'), Buffer.from('None\0')])],
		['wtpt', colourTag(WHITE)],
	]
	if (red && green && blue)
		tags.push(
			['rXYZ', colourTag(red)],
			['gXYZ', colourTag(green)],
			['bXYZ', colourTag(blue)],
			['rTRC', curve],
			['gTRC', curve],
			['bTRC', curve],
		)
	else tags.push(['kTRC', curve])
	return assembled(red ? 'RGB ' : 'GRAY', tags)
}

/** Embeds the profile in a PNG; the pixels are unchanged. */
export function withIccProfile(png: Buffer, profile: Buffer): Buffer {
	const content = Buffer.concat([Buffer.from('iCCPTest\0\0'), deflateSync(profile)])
	const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
	length.writeUInt32BE(content.length - 4)
	check.writeUInt32BE(crc32(content))
	const headEnd = 8 + 25
	return Buffer.concat([png.subarray(0, headEnd), length, content, check, png.subarray(headEnd)])
}

function assembled(space: string, tags: [string, Buffer][]): Buffer {
	const table = Buffer.alloc(4 + 12 * tags.length)
	table.writeUInt32BE(tags.length)
	let offset = HEAD_BYTES + table.length
	const contents: Buffer[] = []
	for (const [index, [name, content]] of tags.entries()) {
		const padded = Buffer.concat([content, Buffer.alloc((4 - (content.length % 4)) % 4)])
		table.write(name, 4 + 12 * index, 'latin1')
		table.writeUInt32BE(offset, 8 + 12 * index)
		table.writeUInt32BE(content.length, 12 + 12 * index)
		contents.push(padded)
		offset += padded.length
	}
	const head = Buffer.alloc(HEAD_BYTES)
	head.writeUInt32BE(offset, 0)
	head.writeUInt32BE(0x02100000, 8)
	head.write(`mntr${space}XYZ `, 12, 'latin1')
	head.write('acsp', 36, 'latin1')
	colourTag(WHITE).copy(head, 68, 8)
	return Buffer.concat([head, table, ...contents])
}

function colourTag(colour: Colour): Buffer {
	const tag = Buffer.alloc(20)
	tag.write('XYZ ', 'latin1')
	for (const [index, value] of colour.entries()) tag.writeInt32BE(Math.round(value * 65_536), 8 + 4 * index)
	return tag
}

function curveTag(gamma: number): Buffer {
	const tag = Buffer.alloc(14)
	tag.write('curv', 'latin1')
	tag.writeUInt32BE(1, 8)
	tag.writeUInt16BE(Math.round(gamma * 256), 12)
	return tag
}

function descriptionTag(words: string): Buffer {
	const tag = Buffer.alloc(90 + words.length + 1)
	tag.write('desc', 'latin1')
	tag.writeUInt32BE(words.length + 1, 8)
	tag.write(words, 12, 'latin1')
	return tag
}
