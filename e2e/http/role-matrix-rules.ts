import { type Role, STAFF_ROLES } from '@/lib/roles'
import { ADMINS, type Asker, EDITORS, FORMS, MODERATORS, WRITERS } from './role-rules'

/** Buttons that fewer roles may press than those of their form. */
const BUTTONS: [RegExp, Role[]][] = [
	[/^story then=(submit|recall)?$/, WRITERS],
	[/^story then=/, EDITORS],
	[/^trash delete=/, ADMINS],
	[/^trash restore=(person|section)/, ADMINS],
	[/^trash restore=(ad|tag)/, EDITORS],
]

/** The roles that may open each page of the desk. */
const PAGES: [RegExp, Role[]][] = [
	[/^\/desk\/(comments|reports)/, MODERATORS],
	[/^\/desk\/(accessibility|advertisements|front-page|pages|series|tags)/, EDITORS],
	[/^\/desk\/(sections|settings|people|start|demo)/, ADMINS],
	[/^\/desk\/stories\/\d+\/(corrections|votes)/, EDITORS],
	[/^\/desk\/(stories|photographs|calendar|trash)/, WRITERS],
	[/^\/desk\/(profile|overview)/, [...STAFF_ROLES]],
	[/^\/desk\/log/, ADMINS],
	// Without stories of their own, moderators are led to the comments.
	[/^\/desk(\?|$)/, [...WRITERS, 'moderator']],
]

/** Stories, of which contributors have their own alone, and photographs, which are shown to them without a form. */
const STORY = /^\/desk\/stories\/\d+/
const PHOTO = /^\/desk\/photographs\/\d+/
const PERSON = /^\/desk\/people\/[\w-]{36}/

/** What a page is about: the author of its story or photograph, or its person. */
export type Subject = { personId: string; role: Role }

type Asking = { asker: Asker; path: string; own: boolean; subject: Subject | null }

/** Whether an asker may send a form; `own`: the subject of the page is the asker. */
export function maySend(asking: Asking & { form: string; button: string }): boolean {
	const { asker, path, own, subject, form, button } = asking
	if (asker === 'contributor' && !own && (STORY.test(path) || PHOTO.test(path))) return false
	if (PERSON.test(path) && own && form === 'profile') return STAFF_ROLES.some((role) => role === asker)
	if (PERSON.test(path) && subject?.role === 'owner' && asker !== 'owner') return false
	const byButton = BUTTONS.find(([pattern]) => pattern.test(`${form} ${button}`))?.[1]
	return (byButton ?? FORMS[form] ?? []).some((role) => role === asker)
}

export function mayOpen({ asker, own, path }: Asking): boolean {
	if (asker === 'contributor' && !own && STORY.test(path)) return false
	return (PAGES.find(([pattern]) => pattern.test(path))?.[1] ?? []).some((role) => role === asker)
}

export const hasPageRule = (path: string): boolean => PAGES.some(([pattern]) => pattern.test(path))
