import { readDb } from '@/db'
import { siteIdentity } from '@/db/schema'
import { nameUuid } from '@/lib/name-uuid'

/** What has a permanent id. Of an address only the row's own id enters, so that a new slug keeps it. */
export type PermanentName =
	| 'site'
	| 'corrections'
	| 'latest-comments'
	| 'respected-comments'
	| 'indexnow'
	| `article:${number}`
	| `thread:${number}`
	| `comment:${number}`
	| `correction:${number}`
	| `section:${number}`
	| `tag:${number}`
	| `person:${string}`
	| `series:${number}`

/** Public key of IndexNow: a file of the site contains it, which proves the origin of an announcement. */
export async function indexNowKey(): Promise<string> {
	return (await permanentIds())('indexnow').replace('urn:uuid:', '')
}

/**
 * Ids for readers' programs, as `urn:uuid:…`: the UUID of a name in the namespace of this site. They stay the same
 * when a slug, the domain or the server changes, and in a restored backup.
 */
export async function permanentIds(): Promise<(name: PermanentName) => string> {
	const [identity] = await readDb().select().from(siteIdentity)
	if (!identity) throw new Error('The identity of the site is missing from the database.')
	return (name) => `urn:uuid:${nameUuid(identity.id, name)}`
}
