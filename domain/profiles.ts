import { isDeepStrictEqual } from 'node:util'
import { and, eq, ne } from 'drizzle-orm'
import { isUniqueViolation, prepared, readDb, type Tx, write } from '@/db'
import { people, personPictures, personRedirects, photos } from '@/db/schema'
import { dependsOn, personTag } from '@/lib/invalidation'
import { Refusal } from '@/lib/refusal'
import { slugSpellings } from '@/lib/slug'
import { audit } from './audit'
import { numberedPersonSlug } from './people'
import { authorize, authorizeFor, type StaffViewer, type Viewer } from './permissions'
import { type ProfileFields, profileColumns, slugOf } from './profile-fields'
import { carryName } from './public-name'
import { isKept, lockTrash } from './trash/rows'

type Person = typeof people.$inferSelect

/** A profile as its form shows it, with its person. */
export type Profile = { person: Person; fields: ProfileFields }

/** @throws Refusal `not-found`, or `forbidden` for the profile of another person without the permission */
export async function findProfile(viewer: Viewer, personId: string): Promise<Profile> {
	authorize(viewer, personId === viewer.person?.id ? 'enter the desk' : 'manage people')
	const [found] = await readDb()
		.select({ person: people, photoId: personPictures.photoId })
		.from(people)
		.leftJoin(personPictures, eq(personPictures.personId, people.id))
		.where(and(eq(people.id, personId), isKept('person', people.id)))
	if (!found) throw new Refusal('not-found', 'This person is no longer there.')
	const { name, slug, kind, beat, bio, callToActionLabel, callToActionUrl, profiles, fediverse } =
		found.person
	return {
		person: found.person,
		fields: {
			...{ name, slug, kind, profiles, photoId: found.photoId },
			beat: beat ?? '',
			bio: bio ?? '',
			callToAction: { label: callToActionLabel ?? '', url: callToActionUrl ?? '' },
			fediverse: fediverse ?? '',
		},
	}
}

/**
 * Changes the public profile of the viewer or, with the permission, of a person with a role up to the viewer's own.
 * The old slug redirects to the new one. @throws Refusal `forbidden`, or `invalid` or `conflict` naming the field
 */
export async function changeProfile(viewer: Viewer, personId: string, fields: ProfileFields): Promise<void> {
	authorize(viewer, personId === viewer.person?.id ? 'enter the desk' : 'manage people')
	const columns = profileColumns(fields)
	const slug = slugOf(fields)
	await write(async (tx) => {
		await tx.lock('person', personId)
		const person = await requirePerson(tx, viewer, personId)
		const before = { ...person, photoId: await pictureOf(tx, personId) }
		if (slug !== person.slug) await moveSlug(tx, person, slug)
		await setPicture(tx, personId, before.photoId, fields.photoId)
		await tx.update(people).set(columns).where(eq(people.id, personId))
		await carryName(tx, personId, { from: person.name, to: columns.name })
		const changes = difference(before, { ...columns, slug, photoId: fields.photoId })
		if (!changes) return
		tx.changed(personTag(personId))
		await audit(tx, viewer, 'change profile', `person:${personId}`, loggedChanges(person, changes))
	})
}

/** Adds an author or an organisation without an account. @throws Refusal `forbidden`, or `invalid` naming the field */
export async function createAuthor(viewer: Viewer, fields: ProfileFields): Promise<string> {
	authorize(viewer, 'manage people')
	const columns = profileColumns(fields)
	return write(async (tx) => {
		const slug = fields.slug.trim() ? slugOf(fields) : await numberedPersonSlug(tx, columns.name)
		const id = crypto.randomUUID()
		await requireFreeSlug(tx, id, slug)
		await refuseTakenSlug(slug, async () =>
			tx.insert(people).values({ id, ...columns, slug, role: 'contributor' }),
		)
		await setPicture(tx, id, null, fields.photoId)
		tx.changed('staff')
		await audit(tx, viewer, 'add author', `person:${id}`, { name: columns.name })
		return id
	})
}

/** A person for a change by another: exists, and has no role above the viewer's. @throws Refusal */
export async function requirePerson(tx: Tx, viewer: StaffViewer, personId: string): Promise<Person> {
	const [person] = await tx
		.select()
		.from(people)
		.where(and(eq(people.id, personId), isKept('person', people.id)))
	if (!person) throw new Refusal('not-found', 'This person is no longer there.')
	if (personId !== viewer.person.id) authorizeFor(viewer, person.role)
	return person
}

const movedPerson = prepared(['slug'], (on, { slug }) =>
	on
		.select({ id: people.id, slug: people.slug })
		.from(personRedirects)
		.innerJoin(people, eq(people.id, personRedirects.personId))
		.where(and(eq(personRedirects.slug, slug), isKept('person', people.id))),
)

/** The current slug of a person with this earlier one, or null. */
export async function findMovedPerson(slug: string): Promise<string | null> {
	for (const form of slugSpellings(slug)) {
		const [moved] = await movedPerson(readDb(), { slug: form })
		if (!moved) continue
		dependsOn(personTag(moved.id))
		return moved.slug
	}
	return null
}

async function moveSlug(tx: Tx, person: Person, slug: string): Promise<void> {
	await requireFreeSlug(tx, person.id, slug)
	await tx.delete(personRedirects).where(eq(personRedirects.slug, slug))
	await tx.insert(personRedirects).values({ slug: person.slug, personId: person.id })
	await refuseTakenSlug(slug, async () => tx.update(people).set({ slug }).where(eq(people.id, person.id)))
}

async function requireFreeSlug(tx: Tx, personId: string, slug: string): Promise<void> {
	await tx.lock('person slug', slug)
	const [once] = await tx
		.select({ slug: personRedirects.slug })
		.from(personRedirects)
		.where(and(eq(personRedirects.slug, slug), ne(personRedirects.personId, personId)))
	if (once) throw slugTaken(slug)
}

async function refuseTakenSlug(slug: string, run: () => PromiseLike<unknown>): Promise<void> {
	try {
		await run()
	} catch (error) {
		if (isUniqueViolation(error, 'people.slug')) throw slugTaken(slug)
		throw error
	}
}

const slugTaken = (slug: string) =>
	new Refusal(
		'conflict',
		`Another person has or had the address /people/${slug}. Please choose a different one.`,
		'slug',
	)

async function pictureOf(tx: Tx, personId: string): Promise<number | null> {
	const [chosen] = await tx.select().from(personPictures).where(eq(personPictures.personId, personId))
	return chosen?.photoId ?? null
}

async function setPicture(
	tx: Tx,
	personId: string,
	before: number | null,
	photoId: number | null,
): Promise<void> {
	if (photoId === before) return
	await tx.delete(personPictures).where(eq(personPictures.personId, personId))
	if (photoId === null) return
	await lockTrash(tx)
	const [photo] = await tx
		.select({ id: photos.id })
		.from(photos)
		.where(and(eq(photos.id, photoId), isKept('photo', photos.id)))
	if (!photo) throw new Refusal('invalid', `There is no photograph number ${photoId}.`, 'photoNumber')
	await tx.insert(personPictures).values({ personId, photoId })
}

/** Changes in the log, which keeps them for ever: of a reader the fields alone, since readers delete their accounts. */
const loggedChanges = ({ role, email }: Person, changes: Changes) =>
	role === 'reader' && email !== null ? { fields: Object.keys(changes.to) } : changes

type Changes = { from: Record<string, unknown>; to: Record<string, unknown> }

/** Old and new values of the fields that differ; null if none does. */
function difference(before: Record<string, unknown>, after: Record<string, unknown>): Changes | null {
	const names = Object.keys(after).filter((name) => !isDeepStrictEqual(before[name], after[name]))
	if (names.length === 0) return null
	const pick = (values: Record<string, unknown>) =>
		Object.fromEntries(names.map((name) => [name, values[name]]))
	return { from: pick(before), to: pick(after) }
}
