import { oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'
import { slugify } from '@/lib/slug'
import { canonicalHttpUrl } from '@/lib/urls'
import { checkName } from './people'

export type ProfileLink = { label: string; url: string }

/** The public profile of a person or an organisation as typed. */
export type ProfileFields = {
	name: string
	slug: string
	kind: 'person' | 'organisation'
	beat: string
	/** One paragraph, with links as `[words](https://…)`. */
	bio: string
	callToAction: ProfileLink
	profiles: ProfileLink[]
	fediverse: string
	photoId: number | null
}

export const EMPTY_PROFILE: ProfileFields = {
	name: '',
	slug: '',
	kind: 'person',
	beat: '',
	bio: '',
	callToAction: { label: '', url: '' },
	profiles: [],
	fediverse: '',
	photoId: null,
}

/** In characters: the beat is a line under the name, the biography a box under a story, labels are links in a row. */
const BEAT_LENGTH_MAX = 100
const BIO_LENGTH_MAX = 1_000
const LABEL_LENGTH_MAX = 60
export const PROFILES_MAX = 8

/** The columns of `people` for a profile. @throws Refusal `invalid` naming the field */
export function profileColumns(fields: ProfileFields) {
	const name = checkName(fields.name)
	const { callToAction } = fields
	const link = linkOf(callToAction, 'callToActionLabel', 'callToActionUrl')
	if (fields.profiles.length > PROFILES_MAX)
		throw new Refusal(
			'invalid',
			`At most ${PROFILES_MAX} profiles fit under a name.`,
			`profileUrl${PROFILES_MAX + 1}`,
		)
	return {
		name,
		kind: fields.kind === 'organisation' ? ('organisation' as const) : ('person' as const),
		beat: checkLength('beat', oneLine(fields.beat), BEAT_LENGTH_MAX) || null,
		bio: checkLength('bio', oneLine(fields.bio), BIO_LENGTH_MAX) || null,
		callToActionLabel: link?.label ?? null,
		callToActionUrl: link?.url ?? null,
		profiles: fields.profiles.flatMap(
			(profile, index) => linkOf(profile, `profileLabel${index + 1}`, `profileUrl${index + 1}`) ?? [],
		),
		fediverse: handleOf(fields.fediverse),
	}
}

/** The slug as typed, else from the name. @throws Refusal `invalid` */
export function slugOf({ slug: typed, name }: ProfileFields): string {
	const slug = slugify(oneLine(typed) || name) || (typed.trim() ? '' : 'person')
	if (!slug) throw new Refusal('invalid', 'The address needs at least one letter or number.', 'slug')
	return slug
}

/** A link with both parts; null without any. @throws Refusal `invalid` naming the missing or wrong part */
function linkOf(typed: ProfileLink, labelField: string, urlField: string): ProfileLink | null {
	const label = checkLength(labelField, oneLine(typed.label), LABEL_LENGTH_MAX)
	if (!label && !typed.url.trim()) return null
	if (!label) throw new Refusal('invalid', 'Please give the link its words.', labelField)
	const url = canonicalHttpUrl(typed.url)
	if (!url) throw new Refusal('invalid', 'The link must be a web address that begins with https://', urlField)
	return { label, url }
}

/** `@user@host` as Mastodon writes handles, whose host may be an international domain name in ASCII. */
const HANDLE = /^@?([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)@([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/i
const HANDLE_LENGTH_MAX = 200

function handleOf(typed: string): string | null {
	const text = oneLine(typed)
	if (!text) return null
	const [, user, host] = text.length <= HANDLE_LENGTH_MAX ? (HANDLE.exec(text) ?? []) : []
	if (!user || !host)
		throw new Refusal('invalid', 'A fediverse handle looks like @ada@example.social.', 'fediverse')
	return `@${user}@${host.toLowerCase()}`
}

function checkLength(field: string, text: string, max: number): string {
	if (text.length > max) throw new Refusal('invalid', `Please keep this under ${max} characters.`, field)
	return text
}
