import { eq } from 'drizzle-orm'
import { write } from '@/db'
import { people, photos, settings } from '@/db/schema'
import { recordDemoRows } from '@/domain/demo/rows'
import { listDeskSections } from '@/domain/desk-sections'
import { inviteColleague } from '@/domain/invite'
import { addPerson } from '@/domain/people'
import type { StaffViewer } from '@/domain/permissions'
import { createSection } from '@/domain/sections'
import { createSession } from '@/domain/sessions'
import { moveToTrash } from '@/domain/trash/trash'
import { SESSION_COOKIE } from '@/lib/cookies'
import { ROLES, type Role } from '@/lib/roles'
import { addUnsavedTexts } from '../support/unsaved-texts'
import { fillDesk } from './desk-content'
import type { Asker } from './role-rules'

/** Authors who may be removed; the people with a role have photographs, and may not. */
const UNUSED_AUTHORS = ['unused-author', 'removed-author'].map((id) => ({
	...{ id, slug: id, name: 'Unused', role: 'contributor' as const },
}))
const PHOTO = { mime: 'image/jpeg' as const, width: 300, height: 200, widths: [300] }

export type DeskSite = {
	viewers: Record<Role, StaffViewer>
	/** `Cookie` header of each asker; empty without a session. */
	cookies: Record<Asker, string>
}

/** A person of each role with a session, a disabled editor, and something for each form of the desk. */
export async function fillSite(): Promise<DeskSite> {
	const viewers = {} as DeskSite['viewers']
	const cookies = { anonymous: '' } as DeskSite['cookies']
	const add = async (asker: Asker, role: Role): Promise<string> => {
		const account = {
			name: `A ${asker}`,
			email: `${asker}@example.org`,
			password: 'a good long password',
			role,
		}
		const { id } = await addPerson(account)
		await write(async (tx) => {
			await tx.insert(photos).values({ ...PHOTO, hash: `work of ${id}`, createdBy: id })
			cookies[asker] = `${SESSION_COOKIE}=${(await createSession(tx, id)).token}`
		})
		if (asker === role)
			viewers[role] = { person: { id, name: account.name, email: account.email, role }, readerId: null }
		return id
	}
	for (const role of ROLES) await add(role, role)
	const disabled = await add('disabled', 'editor')
	await write((tx) => tx.update(people).set({ disabledAt: new Date() }).where(eq(people.id, disabled)))
	await fillDesk(viewers.editor, viewers.contributor)
	for (const role of ['contributor', 'editor', 'admin', 'owner'] as const)
		await addUnsavedTexts(viewers[role])
	await createSection(viewers.owner, { name: 'Arts', slug: '' })
	for (const role of ['contributor', 'owner'] as const) await inviteColleague(viewers.owner, { role })
	await write(async (tx) => {
		await tx.insert(people).values(UNUSED_AUTHORS)
		await recordDemoRows(tx, 'tag', [0])
		await tx.insert(settings).values({ key: 'firstRun', value: { answered: [], dismissed: false } })
	})
	await moveToTrash(viewers.owner, 'person', 'removed-author')
	await createSection(viewers.owner, { name: 'Chess', slug: '' })
	const chess = (await listDeskSections(viewers.owner)).find(({ slug }) => slug === 'chess')
	await moveToTrash(viewers.owner, 'section', chess?.id ?? 0)
	return { viewers, cookies }
}
