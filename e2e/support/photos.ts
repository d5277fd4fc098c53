import sharp, { type Sharp } from 'sharp'
import { write } from '@/db'
import { people, photos } from '@/db/schema'
import type { Viewer } from '@/domain/permissions'
import type { Role } from '@/lib/roles'

/** Adds a staff account to the database, for tests. */
export async function staff(name: string, role: Role): Promise<Viewer> {
	const person = { id: crypto.randomUUID(), name, email: `${name.toLowerCase()}@example.org`, role }
	await write((tx) => tx.insert(people).values({ ...person, slug: name.toLowerCase() }))
	return { person, readerId: null }
}

/** Inserts a photograph that is ready for publication, without files. */
export async function insertPhoto(changes: Partial<typeof photos.$inferInsert> = {}): Promise<number> {
	const words = { caption: 'A quay', credit: 'Ann', alt: 'A quay' }
	const size = { width: 300, height: 200, widths: [300] }
	const row = { ...words, ...size, hash: crypto.randomUUID(), mime: 'image/jpeg' as const, ...changes }
	const [photo] = await write((tx) => tx.insert(photos).values(row).returning({ id: photos.id }))
	return photo?.id ?? 0
}

/** Draws an image with two different halves, so that a rotation is visible. */
export function drawn(width: number, height: number, colour = 'teal'): Sharp {
	const half = { create: { width: Math.ceil(width / 2), height, channels: 3 as const, background: 'white' } }
	return sharp({ create: { width, height, channels: 3, background: colour } }).composite([
		{ input: half, left: 0, top: 0 },
	])
}

const dataset = (number: number, bytes: Uint8Array): Buffer =>
	Buffer.concat([Buffer.from([0x1c, 2, number, bytes.length >> 8, bytes.length & 255]), bytes])

/** Returns the JPEG with an APP13 segment of these IPTC datasets, as press software writes them. */
export function withIptc(jpeg: Uint8Array, datasets: [number, string | Uint8Array][]): Buffer {
	const iptc = Buffer.concat(
		datasets.map(([number, words]) =>
			dataset(number, typeof words === 'string' ? Buffer.from(words) : words),
		),
	)
	const length = Buffer.alloc(4)
	length.writeUInt32BE(iptc.length)
	const padding = Buffer.alloc(iptc.length % 2)
	const resource = Buffer.concat([Buffer.from('8BIM\x04\x04\0\0'), length, iptc, padding])
	return withSegment(jpeg, 0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), resource]))
}

/** Returns the JPEG with a further segment right after its first marker. */
export function withSegment(jpeg: Uint8Array, marker: number, content: Uint8Array): Buffer {
	const length = content.length + 2
	const head = Buffer.from([0xff, marker, length >> 8, length & 255])
	return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)])
}

/** XMP namespaces by the prefixes of Adobe's programs. */
export const XMP_NAMESPACES = {
	dc: 'http://purl.org/dc/elements/1.1/',
	photoshop: 'http://ns.adobe.com/photoshop/1.0/',
	xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
	Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
	Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
}

/** An XMP packet with these properties in its description, and these attributes on it. */
export function xmpPacket(properties: string, attributes = '', namespaces = XMP_NAMESPACES): string {
	const declared = Object.entries(namespaces).map(([prefix, uri]) => ` xmlns:${prefix}='${uri}'`)
	return `<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''${attributes}${declared.join('')}>${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>`
}
