import { createHash } from 'node:crypto'

/** The UUID of a name in a namespace: version 5 of RFC 9562, 5.5. `namespace` is a UUID. */
export function nameUuid(namespace: string, name: string): string {
	const hash = createHash('sha1')
		.update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
		.update(name)
		.digest()
	hash[6] = ((hash[6] as number) & 0x0f) | 0x50
	hash[8] = ((hash[8] as number) & 0x3f) | 0x80
	const hex = hash.toString('hex')
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
		'-',
	)
}
