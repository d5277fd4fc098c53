import sharp from 'sharp'
import { expect, test } from 'vitest'
import { fieldsOf, readEmbedded } from './embedded'
import { drawn, withIptc, withSegment, xmpPacket } from './testing'
import { readXmp } from './xmp'

const read = async (bytes: Uint8Array) => fieldsOf(await readEmbedded(await sharp(bytes).metadata()))
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

test('IPTC in Latin-1, and a headline where there is no caption', async () => {
	const bytes = withIptc(await jpeg().toBuffer(), [
		[105, Buffer.from('Caf\xe9 \x96 f\xeate', 'latin1')],
		[80, Buffer.from('Zo\xeb', 'latin1')],
	])
	expect(await read(bytes)).toMatchObject({ caption: 'Café – fête', creator: 'Zoë' })
})

test.each(['jpeg', 'png', 'webp'] as const)('XMP in %s comes before IPTC and EXIF', async (format) => {
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

test('XMP written as attributes', () => {
	const packet = `<rdf:Description photoshop:Credit="A &quot;B&quot;" photoshop:City='Larkhaven'/>`
	const found = readXmp(`<x>${packet}</x>`, new Set(['photoshop:Credit', 'photoshop:City']))
	expect(found.get('photoshop:Credit')?.[0]?.words).toBe('A "B"')
	expect(found.get('photoshop:City')?.[0]?.words).toBe('Larkhaven')
})

test('a museum file names the maker of the work', async () => {
	const found = await read(await sharp('db/demo/photos/black-canyon.jpg').keepMetadata().toBuffer())
	expect(found).toMatchObject({ creator: "Timothy H. O'Sullivan", takenAt: '1871' })
})

test('what a camera writes into every picture is no caption', async () => {
	const bytes = await jpeg()
		.withExif({ IFD0: { ImageDescription: 'OLYMPUS DIGITAL CAMERA' } })
		.toBuffer()
	expect((await read(bytes)).caption).toBeUndefined()
})

test('no packet reaches the prototype of anything', async () => {
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

test.each([
	['<a:b>'],
	['<a'],
	['<a b="'],
	[`<a b='c="`],
	['<!--'],
	['a'],
	['<dc:creator x'],
	['&#'],
	['<rdf:li>&amp;'],
])('half a megabyte of %s takes no time', (part) => {
	const before = process.cpuUsage()
	readXmp(`<${part.repeat(500_000 / part.length)}`, new Set(['dc:creator']))
	readXmp(`<x:y>${part.repeat(500_000 / part.length)}`, new Set(['dc:creator']))
	readXmp(`<x:y ${part.repeat(500_000 / part.length)}>`, new Set(['dc:creator']))
	// Of the processor, which a busy machine gives to others meanwhile.
	expect(process.cpuUsage(before).user).toBeLessThan(1_000_000)
})
