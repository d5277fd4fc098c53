import { Parser } from 'htmlparser2'

export type ListedObject = { key: string; bytes: number }
export type Listing = { objects: ListedObject[]; prefixes: string[]; next: string | null }

/** Parses the XML of `ListObjectsV2`. */
export function parseListing(xml: string): Listing {
	const listing: Listing = { objects: [], prefixes: [], next: null }
	const path: string[] = []
	let text = ''
	let found: ListedObject = { key: '', bytes: 0 }
	const parser = new Parser(
		{
			onopentag(name) {
				path.push(name)
				text = ''
				if (name === 'Contents') found = { key: '', bytes: 0 }
			},
			ontext(part) {
				text += part
			},
			onclosetag(name) {
				const place = path.slice(1).join('/')
				if (place === 'Contents/Key') found.key = text
				else if (place === 'Contents/Size') found.bytes = Number(text)
				else if (place === 'Contents') listing.objects.push(found)
				else if (place === 'CommonPrefixes/Prefix') listing.prefixes.push(text)
				else if (place === 'NextContinuationToken') listing.next = text || null
				if (path.at(-1) === name) path.pop()
			},
		},
		{ xmlMode: true },
	)
	parser.end(xml)
	return listing
}
