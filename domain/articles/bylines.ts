import { and, eq } from 'drizzle-orm'
import { prepared, type Queryable, readDb } from '@/db'
import { people, personPictures, revisionBylines } from '@/db/schema'
import { dependsOn, personTag } from '@/lib/invalidation'
import { isStaffRole } from '@/lib/roles'
import { parseInline } from '../body/parse-inline'
import { photoViews } from '../photos/views'
import { isKept } from '../trash/rows'
import type { Byline } from './views'

type Person = typeof people.$inferSelect

const bylinesByRevision = prepared(['revisionId'], (on, { revisionId }) =>
	on
		.select({ person: people, photoId: personPictures.photoId })
		.from(revisionBylines)
		.innerJoin(people, eq(people.id, revisionBylines.personId))
		.leftJoin(personPictures, eq(personPictures.personId, people.id))
		.where(and(eq(revisionBylines.revisionId, revisionId), isKept('person', people.id)))
		.orderBy(revisionBylines.position),
)

/** The authors of a revision, in their order. */
export async function bylinesOf(revisionId: number, on: Queryable = readDb()): Promise<Byline[]> {
	const rows = await bylinesByRevision(on, { revisionId })
	for (const { person } of rows) dependsOn(personTag(person.id))
	const pictures = await photoViews(rows.flatMap(({ photoId }) => photoId ?? []))
	return rows.map(({ person, photoId }) => ({
		...bylineOf(person),
		picture: pictures.get(photoId ?? 0) ?? null,
	}))
}

/** The public profile of a person. */
export async function findByline(person: Person): Promise<Byline> {
	const [chosen] = await readDb()
		.select({ photoId: personPictures.photoId })
		.from(personPictures)
		.where(eq(personPictures.personId, person.id))
	const pictures = await photoViews(chosen ? [chosen.photoId] : [])
	return { ...bylineOf(person), picture: pictures.get(chosen?.photoId ?? 0) ?? null }
}

function bylineOf(person: Person): Omit<Byline, 'picture'> {
	const { slug, name, kind, role, bio, callToActionLabel: label, callToActionUrl: url } = person
	return {
		...{ slug, name, kind },
		bio: bio ? parseInline(bio) : [],
		endorsed: isStaffRole(role),
		callToAction: label && url ? { label, url } : null,
		profiles: person.profiles,
		fediverse: person.fediverse,
	}
}
