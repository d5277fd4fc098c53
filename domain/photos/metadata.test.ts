import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawn, withIptc, withSegment, xmpPacket } from '@/e2e/support/photos'
import { creditIsOffered, fieldsOf, notesOf, readMetadata } from './metadata'

const read = async (bytes: Uint8Array) => fieldsOf(await readMetadata(await sharp(bytes).metadata()))
const jpeg = () => drawn(400, 300).jpeg()

test('IPTC in UTF-8, with entities and several photographers', async () => {
	const bytes = withIptc(await jpeg().toBuffer(), [
		[120, 'Fährmann  O&#39;Hara\nam „Kai“'],
		[80, 'Ana Lima'],
		[80, 'Bo Berg'],
		[110, 'Lima &amp; Berg'],
		[115, 'Harbour Pictures'],
		[90, 'Larkhaven'],
		[55, '20240506'],
		[116, '© 2024 Ana Lima'],
	])
	expect(await read(bytes)).toMatchObject({
		caption: "Fährmann O'Hara am „Kai“",
		creator: 'Ana Lima, Bo Berg',
		credit: 'Lima & Berg',
		agency: 'Harbour Pictures',
		city: 'Larkhaven',
		takenAt: '2024-05-06',
		rights: '© 2024 Ana Lima',
	})
})

test('IPTC in Latin-1; the headline replaces a missing caption', async () => {
	const bytes = withIptc(await jpeg().toBuffer(), [
		[105, Buffer.from('Caf\xe9 \x96 f\xeate', 'latin1')],
		[80, Buffer.from('Zo\xeb', 'latin1')],
	])
	expect(await read(bytes)).toMatchObject({ caption: 'Café – fête', creator: 'Zoë' })
})

test.each(['jpeg', 'png', 'webp'] as const)('XMP in %s precedes IPTC and EXIF', async (format) => {
	const packet = xmpPacket(`
		<dc:description><rdf:Alt><rdf:li xml:lang='de'>Die Fähre</rdf:li><rdf:li xml:lang='x-default'>The ferry &amp; its crew</rdf:li></rdf:Alt></dc:description>
		<dc:creator><rdf:Seq><rdf:li>Ana Lima</rdf:li><rdf:li>Bo Berg</rdf:li></rdf:Seq></dc:creator>
		<photoshop:Credit>Lima</photoshop:Credit>
		<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang='x-default'>A ferry</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>`)
	const bytes = await jpeg()
		.withExif({ IFD0: { Artist: 'Nobody', Copyright: 'Ana' } })
		.withXmp(packet)
		[format]()
		.toBuffer()
	expect(await read(bytes)).toMatchObject({
		caption: 'The ferry & its crew',
		creator: 'Ana Lima, Bo Berg',
		credit: 'Lima',
		alt: 'A ferry',
		rights: 'Ana',
	})
})

test('a museum file yields the maker of the work', async () => {
	const found = await read(await sharp('demo/photos/black-canyon.jpg').keepMetadata().toBuffer())
	expect(found).toMatchObject({ creator: "Timothy H. O'Sullivan", takenAt: '1871' })
})

test('default captions of cameras are ignored', async () => {
	const bytes = await jpeg()
		.withExif({ IFD0: { ImageDescription: 'OLYMPUS DIGITAL CAMERA' } })
		.toBuffer()
	expect((await read(bytes)).caption).toBeUndefined()
})

test('XMP names cannot pollute prototypes', async () => {
	const evil = xmpPacket(
		'<__proto__:polluted>yes</__proto__:polluted><constructor:polluted>yes</constructor:polluted>',
	)
	await read(await jpeg().withXmp(evil).toBuffer())
	const tag = Buffer.alloc(26)
	tag.write('II*\0', 'latin1')
	tag.writeUInt32LE(8, 4)
	tag.writeUInt16LE(1, 8)
	tag.writeUInt16LE(0x02bc, 10)
	tag.writeUInt16LE(1, 12)
	tag.writeUInt32LE(evil.length, 14)
	tag.writeUInt32LE(26, 18)
	const exif = Buffer.concat([Buffer.from('Exif\0\0'), tag, Buffer.from(evil)])
	const bytes = withSegment(await jpeg().toBuffer(), 0xe1, exif)
	expect((await sharp(bytes).metadata()).exif?.length).toBe(exif.length)
	await read(bytes)
	expect(({} as { polluted?: string }).polluted).toBeUndefined()
	expect((Object as { polluted?: string }).polluted).toBeUndefined()
})

test('desk notes come from IPTC and XMP', async () => {
	const plain = await jpeg().toBuffer()
	const iptc = withIptc(plain, [
		[40, 'NO SALES'],
		[25, 'harbour'],
		[25, 'ferry'],
		[101, 'Norway'],
		[105, 'Ferry stops'],
	])
	const notes = {
		instructions: 'NO SALES',
		keywords: 'harbour, ferry',
		country: 'Norway',
		headline: 'Ferry stops',
	}
	expect(notesOf(await readMetadata(await sharp(iptc).metadata()))).toEqual(notes)
	const packet = xmpPacket(`
		<photoshop:Instructions>NO SALES</photoshop:Instructions><photoshop:Country>Norway</photoshop:Country>
		<dc:subject><rdf:Bag><rdf:li>harbour</rdf:li><rdf:li>ferry</rdf:li></rdf:Bag></dc:subject>
		<photoshop:Headline>Ferry stops</photoshop:Headline>`)
	const xmp = await jpeg().withXmp(packet).toBuffer()
	expect(notesOf(await readMetadata(await sharp(xmp).metadata()))).toEqual(notes)
})

test('a missing credit falls back to by-line, then copyright notice', async () => {
	const plain = await jpeg().toBuffer()
	const wordsOf = async (datasets: [number, string][]) =>
		readMetadata(await sharp(withIptc(plain, datasets)).metadata())
	const full = await wordsOf([
		[110, 'Agency'],
		[80, 'Ana Lima'],
		[116, '© 2024 Lima'],
	])
	expect([fieldsOf(full).credit, creditIsOffered(full)]).toEqual(['Agency', false])
	const byline = await wordsOf([
		[80, 'Ana Lima'],
		[116, '© 2024 Lima'],
	])
	expect([fieldsOf(byline).credit, creditIsOffered(byline)]).toEqual(['Ana Lima', true])
	expect(fieldsOf(await wordsOf([[116, '© 2024 Lima']])).credit).toBe('© 2024 Lima')
	expect(fieldsOf(await wordsOf([[120, 'The quay']])).credit).toBeUndefined()
})

test('named and numeric entities are decoded once', async () => {
	const bytes = withIptc(await jpeg().toBuffer(), [
		[120, 'Caf&eacute; &Scaron;koda &hellip; &#8364;5 &#x1F6A2; AT&T &unknown; &amp;lt;'],
	])
	expect((await read(bytes)).caption).toBe('Café Škoda … €5 🚢 AT&T &unknown; &lt;')
})

test('long texts are kept whole', async () => {
	const caption = `${'x'.repeat(1_999)}🚢${'y'.repeat(1_000)}`
	const packet = xmpPacket(`<dc:description>${caption}</dc:description>`)
	expect((await read(await jpeg().withXmp(packet).toBuffer())).caption).toBe(caption)
})

test('an EXIF date of zeros is ignored', async () => {
	const exif = { IFD2: { DateTimeOriginal: '0000:00:00 00:00:00' } }
	expect((await read(await jpeg().withExif(exif).toBuffer())).takenAt).toBeUndefined()
	const dated = withIptc(await jpeg().withExif(exif).toBuffer(), [[55, '20240506']])
	expect((await read(dated)).takenAt).toBe('2024-05-06')
})
