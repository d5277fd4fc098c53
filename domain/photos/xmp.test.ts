import { expect, test } from 'vitest'
import { XMP_NAMESPACES, xmpPacket } from '@/e2e/support/photos'
import { readXmp } from './xmp'

const NAMES = new Set([
	'dc:creator',
	'dc:description',
	'photoshop:Credit',
	'photoshop:City',
	'Iptc4xmpExt:AOCreator',
])
const read = (packet: string) => readXmp(packet, NAMES)
const wordsOf = (packet: string, name: string) =>
	read(packet)
		.get(name)
		?.map(({ words }) => words)

test('properties are matched by namespace, whatever the prefix', () => {
	const packet = xmpPacket('<ns0:description>The quay</ns0:description>', " ns1:Credit='Ana'", {
		...XMP_NAMESPACES,
		ns0: XMP_NAMESPACES.dc,
		ns1: XMP_NAMESPACES.photoshop,
	} as typeof XMP_NAMESPACES)
	expect(wordsOf(packet, 'dc:description')).toEqual(['The quay'])
	expect(wordsOf(packet, 'photoshop:Credit')).toEqual(['Ana'])
})

test('namespaces may be default, declared late, or rebound', () => {
	const { dc, photoshop } = XMP_NAMESPACES
	expect(wordsOf(xmpPacket(`<creator xmlns='${dc}'>Ana</creator>`), 'dc:creator')).toEqual(['Ana'])
	expect(wordsOf(xmpPacket(`<p:City xmlns:p='${photoshop}'>Oslo</p:City>`), 'photoshop:City')).toEqual([
		'Oslo',
	])
	const other = { ...XMP_NAMESPACES, dc: 'http://example.org/dc/' }
	expect(read(xmpPacket('<dc:creator>Ana</dc:creator>', '', other)).size).toBe(0)
	expect(
		wordsOf(xmpPacket(`<dc:creator xmlns:dc='http://example.org/'>Ana</dc:creator>`), 'dc:creator'),
	).toBeUndefined()
})

test('attributes, comments, CDATA and entities follow XML', () => {
	const packet = xmpPacket(
		'<dc:description><!-- not this -->A &lt;quay&gt; <![CDATA[& a ferry]]></dc:description>',
		` photoshop:Credit="A &quot;B&quot;" photoshop:City='Larkhaven'`,
	)
	expect(wordsOf(packet, 'photoshop:Credit')).toEqual(['A "B"'])
	expect(wordsOf(packet, 'photoshop:City')).toEqual(['Larkhaven'])
	expect(wordsOf(packet, 'dc:description')).toEqual(['A <quay> & a ferry'])
})

test('list values keep order and language', () => {
	const packet = xmpPacket(`
		<dc:creator><rdf:Seq><rdf:li>Ana</rdf:li><rdf:li>Bo</rdf:li></rdf:Seq></dc:creator>
		<dc:description xml:lang='fr'><rdf:Alt><rdf:li xml:lang='x-default'>A</rdf:li><rdf:li>B</rdf:li></rdf:Alt></dc:description>`)
	expect(wordsOf(packet, 'dc:creator')).toEqual(['Ana', 'Bo'])
	expect(read(packet).get('dc:description')).toEqual([
		{ words: 'A', language: 'x-default' },
		{ words: 'B', language: 'fr' },
	])
})

test('properties of ingredients are skipped, of artworks kept', () => {
	const inside = (name: string, property: string) =>
		xmpPacket(
			`<${name}><rdf:Bag><rdf:li><rdf:Description>${property}</rdf:Description></rdf:li></rdf:Bag></${name}>`,
		)
	expect(read(inside('photoshop:Pantry', '<dc:creator>Ana</dc:creator>')).size).toBe(0)
	const artwork = inside('Iptc4xmpExt:ArtworkOrObject', '<Iptc4xmpExt:AOCreator>Bo</Iptc4xmpExt:AOCreator>')
	expect(wordsOf(artwork, 'Iptc4xmpExt:AOCreator')).toEqual(['Bo'])
})

test('names cannot pollute prototypes', () => {
	read(xmpPacket('<__proto__:polluted>yes</__proto__:polluted>', " __proto__='yes' constructor='yes'"))
	expect(({} as { yes?: string; polluted?: string }).polluted).toBeUndefined()
	expect(Object.getPrototypeOf({})).toBe(Object.prototype)
})

const HOSTILE = [
	'<a:b>',
	'<a',
	'<a b="',
	`<a b='c="`,
	'<!--',
	'a',
	'<dc:creator x',
	'&#',
	'<rdf:li>&amp;',
	'</a>',
	'<a></b>',
	'<![CDATA[',
	'<?',
	' xmlns:a="b"',
	'<a xmlns:a="b"/>',
	'<dc:creator>a</dc:creator>',
	'&amp;',
]

/** Processor time in microseconds, independent of other load on the machine. */
function cost(part: string, length: number): number {
	const many = part.repeat(length / part.length)
	const before = process.cpuUsage()
	for (const packet of [`<${many}`, xmpPacket(many), `<x:y ${many}>`, xmpPacket(`<dc:creator>${many}`)])
		read(packet)
	return process.cpuUsage(before).user
}

test.each(HOSTILE)('parsing twice as much of %s takes about twice the time', (part) => {
	cost(part, 100_000)
	const [half, whole] = [cost(part, 200_000), cost(part, 400_000)]
	expect(whole).toBeLessThan(Math.max(4 * half, 200_000))
	expect(whole).toBeLessThan(3_000_000)
})
